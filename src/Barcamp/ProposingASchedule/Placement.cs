namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>
/// Sessions in cells, and what that is worth. Never breaks a hard rule: what finds no place is parked. Nothing here allocates
/// after the constructor.
/// </summary>
internal sealed class Placement
{
    public const int None = -1;

    // How much of its worth a move may owe to the worst-off tenth alone: what looks worse than that is not counted in full.
    private const int MostOfTenth = Weights.WorstTenth * 6;

    private readonly Puzzle _puzzle;
    private readonly int _rooms, _words;
    private readonly int[] _content, _at;
    // By slot: which sessions take place, as bits.
    private readonly ulong[] _running;
    private int _costs;

    public Placement(Puzzle puzzle)
    {
        (_puzzle, _rooms, _words) = (puzzle, puzzle.RoomCount, puzzle.Clashes.Words);
        (_content, _at) = (new int[puzzle.Cells], new int[puzzle.Sessions.Length]);
        _content.AsSpan().Fill(None);
        _at.AsSpan().Fill(None);
        _running = new ulong[puzzle.Slots.Length * _words];
        _costs = puzzle.Sessions.Length * Weights.Unplaced;
        Audience = new(puzzle.Crowd, puzzle.Slots.Length);
    }

    public Audience Audience { get; }

    /// <summary>The first cell of each session; -1 for a parked one.</summary>
    public ReadOnlySpan<int> At => _at;

    /// <summary>The session in each cell, or -1.</summary>
    public ReadOnlySpan<int> Content => _content;

    public int Points => Audience.Points - _costs;

    public int Unplaced => _at.AsSpan().Count(None);

    public ReadOnlySpan<int> In(int slot) => _content.AsSpan(slot * _rooms, _rooms);

    /// <summary>Whether a parked session may begin in a cell, as the others are now.</summary>
    public bool Fits(int session, int cell)
    {
        if (!_puzzle.Costs.May(session, cell)) return false;
        for (var slot = cell / _rooms; slot <= _puzzle.LastSlot(session, cell); slot++)
            if (_content[slot * _rooms + cell % _rooms] != None || IsBusy(session, slot))
                return false;
        return true;
    }

    /// <summary>Whether a host of the session hosts another one in this slot.</summary>
    public bool IsBusy(int session, int slot, int without = None)
    {
        var clashes = _puzzle.Clashes.Of(session);
        for (var word = 0; word < clashes.Length; word++)
        {
            var busy = _running[slot * _words + word] & clashes[word];
            if (busy != 0 && (without / 64 != word || without < 0 || (busy & ~(1UL << (without % 64))) != 0)) return true;
        }

        return false;
    }

    public void Place(int session, int cell)
    {
        _costs += _puzzle.Costs[session, cell] - Weights.Unplaced;
        _at[session] = cell;
        for (var slot = cell / _rooms; slot <= _puzzle.LastSlot(session, cell); slot++)
            Set(slot * _rooms + cell % _rooms, session);
    }

    public void Park(int session)
    {
        var cell = _at[session];
        _costs += Weights.Unplaced - _puzzle.Costs[session, cell];
        _at[session] = None;
        for (var slot = cell / _rooms; slot <= _puzzle.LastSlot(session, cell); slot++)
        {
            _running[slot * _words + session / 64] &= ~(1UL << (session % 64));
            Set(slot * _rooms + cell % _rooms, None);
        }
    }

    /// <summary>Places all as in a list of first cells; what is -1 is parked.</summary>
    public void Become(ReadOnlySpan<int> cells)
    {
        for (var session = 0; session < _at.Length; session++)
            if (_at[session] != None && _at[session] != cells[session])
                Park(session);
        for (var session = 0; session < _at.Length; session++)
            if (_at[session] == None && cells[session] != None)
                Place(session, cells[session]);
    }

    /// <summary>
    /// Moves a short session to a cell, and the short one there, if any, to where it came from; only if that brings at least so
    /// many points and breaks no hard rule.
    /// </summary>
    public bool TryShort(int session, int cell, int least)
    {
        var (other, from) = (_content[cell], _at[session]);
        if (other != None && (_puzzle.Fixed[other] || _puzzle.Spans[other] > 1 || !_puzzle.Costs.May(other, from))) return false;
        var costs = _puzzle.Costs[session, cell] - _puzzle.Costs[session, from]
            + (other == None ? 0 : _puzzle.Costs[other, from] - _puzzle.Costs[other, cell]);
        var (slot, source) = (cell / _rooms, from == None ? None : from / _rooms);
        if (slot == source)
        {
            if (-costs < least) return false;
            Exchange(session, cell, other, from, costs);
            return true;
        }

        if (IsBusy(session, slot, other) || (other != None && source != None && IsBusy(other, source, session))) return false;
        var visits = Audience.Preview(slot, other, session)
            + (source == None ? 0 : Audience.PreviewOther(source, session, other));
        if (Weights.Visit * visits - costs + MostOfTenth < least) return false;
        var before = Audience.Points;
        Audience.Follow(slot, source);
        if (Audience.Points - before - costs < least)
        {
            Audience.TakeBack(slot, source);
            return false;
        }

        Exchange(session, cell, other, from, costs);
        Audience.Keep(slot, In(slot));
        if (source != None) Audience.Keep(source, In(source));
        return true;
    }

    private void Exchange(int session, int cell, int other, int from, int costs)
    {
        _costs += costs;
        Sit(session, from, cell);
        if (from != None) _content[from] = other;
        if (other == None) return;
        Sit(other, cell, from);
        _content[cell] = session;
    }

    private void Sit(int session, int from, int to)
    {
        _at[session] = to;
        if (from != None) _running[from / _rooms * _words + session / 64] &= ~(1UL << (session % 64));
        if (to == None) return;
        _running[to / _rooms * _words + session / 64] |= 1UL << (session % 64);
        _content[to] = session;
    }

    private void Set(int cell, int session)
    {
        _content[cell] = session;
        if (session != None) _running[cell / _rooms * _words + session / 64] |= 1UL << (session % 64);
        Audience.Recount(cell / _rooms, In(cell / _rooms));
    }
}
