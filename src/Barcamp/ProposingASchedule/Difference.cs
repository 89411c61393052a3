using System.Numerics;

namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>What lies between two placements: moves, which of them belong together, and who gains or loses by each.</summary>
internal static class Difference
{
    public static IReadOnlyList<ProposedMove> Moves(Puzzle puzzle, Placement before, Placement after)
    {
        var moved = puzzle.Movable.Where(session => after.At[session] >= 0 && after.At[session] != puzzle.Starts[session])
            .ToArray();
        var chains = Chains(puzzle, moved, after);
        return [.. moved.Select((session, at) => new ProposedMove(
                puzzle.Sessions[session].Id, puzzle.Sessions[session].State is Boards.SessionState.Placed
                    ? puzzle.Sessions[session].Cell : null,
                puzzle.CellAt(after.At[session]), chains[at], Free(puzzle, session, after, before),
                Free(puzzle, session, before, after)))
            .OrderBy(move => move.Chain)];
    }

    /// <summary>People who can visit more, and fewer, starred sessions than before.</summary>
    public static (int Better, int Worse) People(Puzzle puzzle, Placement before, Placement after)
    {
        var (better, worse) = (0, 0);
        for (var person = 0; person < puzzle.Crowd.People; person++)
        {
            var change = after.Audience.VisitsOf(person) - before.Audience.VisitsOf(person);
            if (change > 0) better++;
            if (change < 0) worse++;
        }

        return (better, worse);
    }

    // People who starred a session and have no other star beside it in one placement, but not in the other.
    private static int Free(Puzzle puzzle, int session, Placement here, Placement notThere)
    {
        var count = 0;
        for (var word = 0; word < puzzle.Crowd.Words; word++)
            count += BitOperations.PopCount(
                Undisturbed(puzzle, session, here, word) & ~Undisturbed(puzzle, session, notThere, word));
        return count;
    }

    private static ulong Undisturbed(Puzzle puzzle, int session, Placement placement, int word)
    {
        var cell = placement.At[session];
        if (cell < 0) return 0;
        var people = puzzle.Crowd.Of(session)[word];
        for (var slot = cell / puzzle.RoomCount; slot <= puzzle.LastSlot(session, cell); slot++)
            foreach (var other in placement.In(slot))
                if (other >= 0 && other != session)
                    people &= ~puzzle.Crowd.Of(other)[word];
        return people;
    }

    // A move needs another when it goes where that one comes from, or when that one's host would be in two rooms at once.
    private static int[] Chains(Puzzle puzzle, int[] moved, Placement after)
    {
        var chains = Enumerable.Range(1, moved.Length).ToArray();
        for (var one = 0; one < moved.Length; one++)
        {
            var to = puzzle.Costs.CellsOf(moved[one], after.At[moved[one]]).ToArray();
            for (var other = 0; other < moved.Length; other++)
            {
                if (puzzle.Starts[moved[other]] < 0 || chains[one] == chains[other]) continue;
                var from = puzzle.Costs.CellsOf(moved[other], puzzle.Starts[moved[other]]).ToArray();
                var needs = to.Intersect(from).Any() || (puzzle.Clashes.Between(moved[one], moved[other])
                    && to.Any(cell => from.Any(left => left / puzzle.RoomCount == cell / puzzle.RoomCount)));
                if (needs) chains = [.. chains.Select(chain => chain == chains[other] ? chains[one] : chain)];
            }
        }

        var numbers = chains.Distinct().Index().ToDictionary(chain => chain.Item, chain => chain.Index + 1);
        return [.. chains.Select(chain => numbers[chain])];
    }
}
