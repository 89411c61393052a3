namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>Tries one session in every cell of a board as it is, and counts who would gain and who would lose.</summary>
internal sealed class Looking
{
    private readonly Puzzle _puzzle;
    private readonly int _session, _from;
    private readonly Placement _today, _tried;

    public Looking(Puzzle puzzle, int session)
    {
        (_puzzle, _session, _from) = (puzzle, session, puzzle.Starts[session]);
        (_today, _tried) = (Board(), Board());
    }

    public IReadOnlyList<CellInsight> All() => [.. Enumerable.Range(0, _puzzle.Cells).Select(At)];

    private CellInsight At(int cell)
    {
        var (room, slot) = (_puzzle.Rooms[cell % _puzzle.RoomCount], cell / _puzzle.RoomCount);
        var wishes = _puzzle.Sessions[_session].Wishes;
        var cells = _puzzle.Costs.CellsOf(_session, cell).ToArray();
        int[] there = [.. cells.Select(own => _today.Content[own]).Where(other => other >= 0 && other != _session).Distinct()];
        var slots = cells.Select(own => own / _puzzle.RoomCount).ToArray();
        var clashes = Enumerable.Range(0, _puzzle.Sessions.Length).Where(other => _puzzle.Clashes.Between(_session, other)
            && !there.Contains(other) && _today.At[other] is >= 0 and var at
            && _puzzle.Costs.CellsOf(other, at).Any(own => slots.Contains(own / _puzzle.RoomCount)));
        var (gains, losses) = cell == _from ? (0, 0) : Change(cell, there);
        return new(
            _puzzle.CellAt(cell), there.Length == 0 ? null : _puzzle.Sessions[there[0]].Id, gains, losses,
            _puzzle.Crowd.Demand[_session], room.Capacity, [.. clashes.Select(other => _puzzle.Sessions[other].Id)],
            [.. wishes.Features.Where(wish => !room.Features.Contains(wish, StringComparer.OrdinalIgnoreCase))],
            slots.Any(own => _puzzle.Closed[own]) || there.Any(other => _puzzle.Fixed[other]),
            (!_puzzle.Closed[slot] && !_puzzle.Costs.SlotSuits(_session, slot))
                || !_puzzle.Costs.RoomIsOpen(room, _session, slot));
    }

    // As if it stood there, and what is there stood where it comes from.
    private (int Gains, int Losses) Change(int cell, int[] there)
    {
        var before = there.Select(other => _tried.At[other]).ToArray();
        if (_tried.At[_session] >= 0) _tried.Park(_session);
        foreach (var other in there) _tried.Park(other);
        _tried.Place(_session, cell);
        if (_from >= 0 && there is [var single] && _puzzle.Spans[single] == _puzzle.Spans[_session] && before[0] == cell)
            _tried.Place(single, _from);
        var change = Difference.People(_puzzle, _today, _tried);
        _tried.Park(_session);
        foreach (var (other, at) in there.Zip(before))
        {
            if (_tried.At[other] >= 0) _tried.Park(other);
            _tried.Place(other, at);
        }

        if (_from >= 0) _tried.Place(_session, _from);
        return change;
    }

    // Everything where it is, also what breaks a rule: this only looks.
    private Placement Board()
    {
        var board = new Placement(_puzzle);
        for (var session = 0; session < _puzzle.Sessions.Length; session++)
            if (_puzzle.Starts[session] is >= 0 and var cell
                && _puzzle.Costs.CellsOf(session, cell).All(own => board.Content[own] < 0))
                board.Place(session, cell);
        return board;
    }
}
