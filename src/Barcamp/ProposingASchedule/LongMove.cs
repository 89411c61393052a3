namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>
/// The general move: also sessions of two slots, also what stands in their way. It is done, looked at, and taken back if it
/// brings too little; slower than the exchange of two short ones.
/// </summary>
internal sealed class LongMove(Puzzle puzzle, Placement placement)
{
    private readonly int[] _inTheWay = new int[2];
    private readonly int[] _before = new int[2];

    public bool Try(int session, int cell, int least)
    {
        var (from, points) = (placement.At[session], placement.Points);
        var count = Collect(session, cell);
        if (count < 0) return false;
        if (from != Placement.None) placement.Park(session);
        for (var at = 0; at < count; at++) placement.Park(_inTheWay[at]);
        if (placement.Fits(session, cell))
        {
            placement.Place(session, cell);
            if (Resettle(count, from - cell, from) && placement.Points - points >= least) return true;
            placement.Park(session);
        }

        for (var at = 0; at < count; at++)
        {
            if (placement.At[_inTheWay[at]] != Placement.None) placement.Park(_inTheWay[at]);
            placement.Place(_inTheWay[at], _before[at]);
        }

        if (from != Placement.None) placement.Place(session, from);
        return false;
    }

    // What is in the way goes to the same part of the place that became free; into the parking lot if there is none.
    private bool Resettle(int count, int distance, int from)
    {
        for (var at = 0; at < count && from != Placement.None; at++)
        {
            if (!placement.Fits(_inTheWay[at], _before[at] + distance)) return false;
            placement.Place(_inTheWay[at], _before[at] + distance);
        }

        return true;
    }

    private int Collect(int session, int cell)
    {
        var count = 0;
        for (var slot = cell / puzzle.RoomCount; slot <= puzzle.LastSlot(session, cell); slot++)
        {
            var other = placement.Content[slot * puzzle.RoomCount + cell % puzzle.RoomCount];
            if (other == session || (other != Placement.None && puzzle.Fixed[other])) return -1;
            if (other == Placement.None || (count > 0 && _inTheWay[0] == other)) continue;
            if (puzzle.Spans[other] > 1 && (puzzle.Spans[session] == 1 || placement.At[other] != cell)) return -1;
            (_inTheWay[count], _before[count]) = (other, placement.At[other]);
            count++;
        }

        return count;
    }
}
