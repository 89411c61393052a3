namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>
/// Tries one way after the other to place everything, the session with the fewest places left first: for boards so tight that
/// moving a few at a time leads nowhere. On a small board it finds a schedule whenever there is one; on a large one it gives up.
/// </summary>
internal sealed class Backtracking(Puzzle puzzle, Placement placement)
{
    private const int MostTries = 5_000;

    private int _tries;

    /// <summary>Whether all have a place now; if not, all is as before.</summary>
    public bool PlaceAll()
    {
        var before = placement.At.ToArray();
        foreach (var session in puzzle.Movable.Where(session => placement.At[session] >= 0)) placement.Park(session);
        if (PlaceRest()) return true;
        placement.Become(before);
        return false;
    }

    private bool PlaceRest()
    {
        var parked = puzzle.Movable.Where(session => placement.At[session] < 0).ToArray();
        if (parked.Length == 0) return true;
        var (session, cells) = parked.Select(session => (session, Cells: CellsFor(session))).MinBy(choice => choice.Cells.Length);
        foreach (var cell in cells)
        {
            if (++_tries > MostTries) return false;
            placement.Place(session, cell);
            if (PlaceRest()) return true;
            placement.Park(session);
        }

        return false;
    }

    private int[] CellsFor(int session) => [.. puzzle.Costs.Allowed[session].Where(cell => placement.Fits(session, cell))];
}
