namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>What a schedule is compared with: the lot, the greedy way, and a bound.</summary>
internal static class Baselines
{
    private const int Draws = 20;

    public static Comparison Compare(Puzzle puzzle, Placement today, Placement after, int seed) => new(
        Score(puzzle, today), Score(puzzle, after), Random(puzzle, seed), Greedy(puzzle), Best(puzzle));

    public static PlanScore Score(Puzzle puzzle, Placement placement)
    {
        var withoutSeat = 0;
        for (var session = 0; session < puzzle.Sessions.Length; session++)
            if (placement.At[session] is >= 0 and var cell)
                withoutSeat += puzzle.Costs.WithoutSeat(session, cell);
        var audience = placement.Audience;
        return new(audience.Points - Weights.NoSeat * withoutSeat, audience.Visits, withoutSeat, audience.WorstTenth,
            placement.Unplaced);
    }

    public static PlanScore Random(Puzzle puzzle, int seed)
    {
        var dice = new Dice(seed ^ 0x5EED);
        var scores = new PlanScore[Draws];
        foreach (ref var score in scores.AsSpan())
        {
            var placement = new Placement(puzzle);
            new Settling(puzzle, placement).OnlyFixed().ByLot(ref dice);
            score = Score(puzzle, placement);
        }

        return new(scores.Average(score => score.Points), scores.Average(score => score.Visits),
            scores.Average(score => score.WithoutSeat), scores.Average(score => score.WorstTenth),
            scores.Min(score => score.Unplaced));
    }

    public static PlanScore Greedy(Puzzle puzzle)
    {
        var placement = new Placement(puzzle);
        new Settling(puzzle, placement).OnlyFixed().Greedily();
        return Score(puzzle, placement);
    }

    // Everybody gets all that their stars and the slots allow, and every crowd the largest room.
    private static PlanScore Best(Puzzle puzzle)
    {
        var visits = puzzle.Crowd.Most.Sum();
        return new(Weights.Visit * visits + Weights.WorstTenth * Weights.Levels * puzzle.Crowd.Tenth, visits, 0, 1, 0);
    }
}
