namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>
/// Finds places one after the other: where the plan has them, then where the least is lost, then by moving others.
/// </summary>
internal sealed class Settling(Puzzle puzzle, Placement placement)
{
    /// <summary>As the plan is today, without what broke a hard rule meanwhile.</summary>
    public Settling AsToday()
    {
        foreach (var session in Enumerable.Range(0, puzzle.Sessions.Length).OrderByDescending(session => puzzle.Fixed[session]))
        {
            var cell = puzzle.Starts[session];
            if (cell < 0) continue;
            if (puzzle.Fixed[session] ? IsFree(session, cell) : placement.Fits(session, cell)) placement.Place(session, cell);
        }

        return this;
    }

    /// <summary>What must stay, and nothing else.</summary>
    public Settling OnlyFixed()
    {
        foreach (var session in Enumerable.Range(0, puzzle.Sessions.Length).Where(session => puzzle.Fixed[session]))
            if (IsFree(session, puzzle.Starts[session]))
                placement.Place(session, puzzle.Starts[session]);
        return this;
    }

    /// <summary>The choosiest first, then by stars; each to where it brings most. What finds nothing makes others move.</summary>
    public Settling Greedily(int depth = 2)
    {
        var order = puzzle.Movable.Where(session => placement.At[session] < 0)
            .OrderByDescending(session => puzzle.Spans[session])
            .ThenBy(session => puzzle.Costs.Allowed[session].Length * 2 < puzzle.Cells ? 0 : 1)
            .ThenByDescending(session => puzzle.Crowd.Demand[session]).ToArray();
        foreach (var session in order)
            for (var chain = 0; chain <= depth && placement.At[session] < 0; chain++)
                Settle(session, chain);
        return this;
    }

    /// <summary>Anywhere that is allowed, for comparison.</summary>
    public Settling ByLot(ref Dice dice)
    {
        var order = puzzle.Movable.ToArray();
        dice.Shuffle(order);
        foreach (var session in order.OrderBy(session => puzzle.Costs.Allowed[session].Length * 2 < puzzle.Cells ? 0 : 1))
        {
            var cells = puzzle.Costs.Allowed[session].ToArray();
            dice.Shuffle(cells);
            foreach (var cell in cells.Where(cell => placement.Fits(session, cell)).Take(1)) placement.Place(session, cell);
            for (var chain = 1; chain <= 2 && placement.At[session] < 0; chain++) Settle(session, chain);
        }

        return this;
    }

    // The best place that a session can have when so many others make way, one after the other.
    private bool Settle(int session, int chain)
    {
        var (best, points) = (default(int[]), int.MinValue);
        foreach (var cell in puzzle.Costs.Allowed[session])
        {
            if (chain == 0)
            {
                if (!placement.Fits(session, cell)) continue;
                placement.Place(session, cell);
                if (placement.Points > points) (best, points) = (placement.At.ToArray(), placement.Points);
                placement.Park(session);
                continue;
            }

            var other = placement.Content[cell];
            if (other < 0 || puzzle.Fixed[other]) continue;
            var before = placement.At[other];
            placement.Park(other);
            if (placement.Fits(session, cell))
            {
                placement.Place(session, cell);
                var now = placement.At.ToArray();
                if (Settle(other, chain - 1) && placement.Points > points)
                    (best, points) = (placement.At.ToArray(), placement.Points);
                placement.Become(now);
                placement.Park(session);
            }

            placement.Place(other, before);
        }

        if (best is not null) placement.Become(best);
        return best is not null;
    }

    private bool IsFree(int session, int cell) => puzzle.Costs.CellsOf(session, cell).All(own => placement.Content[own] < 0);
}
