using EventOps.Barcamp.Boards;

namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>What it costs, in points, that a session begins in a cell; or that it may never be there.</summary>
internal sealed class CellCosts
{
    private readonly Puzzle _puzzle;
    private readonly int[] _costs;

    public CellCosts(Puzzle puzzle, ScheduleRules rules)
    {
        _puzzle = puzzle;
        var fixedAt = Enumerable.Range(0, puzzle.Sessions.Length).Where(session => puzzle.Fixed[session]).ToArray();
        var taken = new bool[puzzle.Cells];
        foreach (var session in fixedAt)
            foreach (var cell in CellsOf(session, puzzle.Starts[session])) taken[cell] = true;
        _costs = new int[puzzle.Sessions.Length * puzzle.Cells];
        Allowed = new int[puzzle.Sessions.Length][];
        for (var session = 0; session < puzzle.Sessions.Length; session++)
        {
            var busy = fixedAt.Where(other => puzzle.Clashes.Between(session, other))
                .SelectMany(other => CellsOf(other, puzzle.Starts[other])).Select(cell => cell / puzzle.RoomCount).ToHashSet();
            for (var cell = 0; cell < puzzle.Cells; cell++)
            {
                _costs[session * puzzle.Cells + cell] =
                    !IsOpen(session, cell) || CellsOf(session, cell)
                        .Any(own => taken[own] || busy.Contains(own / puzzle.RoomCount))
                        ? Weights.Never
                        : Cost(session, cell, rules);
            }

            var row = _costs.AsMemory(session * puzzle.Cells, puzzle.Cells);
            Allowed[session] = puzzle.Fixed[session]
                ? []
                : [.. Enumerable.Range(0, puzzle.Cells).Where(cell => row.Span[cell] < Weights.Never)];
            if (puzzle.Fixed[session])
                row.Span[puzzle.Starts[session]] = Cost(session, puzzle.Starts[session], rules);
        }
    }

    /// <summary>For each session the cells that it may move to.</summary>
    public int[][] Allowed { get; }

    public int this[int session, int cell] => cell < 0 ? Weights.Unplaced : _costs[session * _puzzle.Cells + cell];

    public bool May(int session, int cell) => cell < 0 || _costs[session * _puzzle.Cells + cell] < Weights.Never;

    /// <summary>Stars that find no seat.</summary>
    public int WithoutSeat(int session, int cell) =>
        Math.Max(0, _puzzle.Crowd.Demand[session] - _puzzle.Rooms[cell % _puzzle.RoomCount].Capacity);

    /// <summary>The one or two cells of a session that begins in a cell.</summary>
    public IEnumerable<int> CellsOf(int session, int cell)
    {
        for (var slot = cell / _puzzle.RoomCount; slot <= _puzzle.LastSlot(session, cell); slot++)
            yield return slot * _puzzle.RoomCount + cell % _puzzle.RoomCount;
    }

    /// <summary>Whether the time suits: open slots in a row, within the host's wishes.</summary>
    public bool SlotSuits(int session, int slot) =>
        HasRow(session, slot) && _puzzle.Sessions[session].Wishes.Suits(_puzzle.Slots[slot], Last(session, slot));

    /// <summary>Whether open slots for all of a session follow each other from here.</summary>
    public bool HasRow(int session, int slot) => !_puzzle.Closed[slot]
        && (_puzzle.Spans[session] == 1 || (_puzzle.Follows[slot] && !_puzzle.Closed[slot + 1]));

    public bool RoomIsOpen(Room room, int session, int slot) =>
        room.IsOpen(_puzzle.Slots[slot].StartsAt, Last(session, slot).EndsAt);

    private bool IsOpen(int session, int cell)
    {
        var (room, slot) = (_puzzle.Rooms[cell % _puzzle.RoomCount], cell / _puzzle.RoomCount);
        return SlotSuits(session, slot) && _puzzle.Sessions[session].Wishes.Suits(room) && RoomIsOpen(room, session, slot);
    }

    private Slot Last(int session, int slot) => _puzzle.Slots[_puzzle.LastOf(session, slot)];

    private int Cost(int session, int cell, ScheduleRules rules) => Weights.NoSeat * WithoutSeat(session, cell)
        + (_puzzle.Starts[session] >= 0 && _puzzle.Starts[session] != cell ? Weights.Visit * rules.ChangeWeight : 0);
}
