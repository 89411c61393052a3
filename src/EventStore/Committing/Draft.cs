namespace EventOps.EventStore.Committing;

/// <summary>What one work would change, kept apart from the batch until none of its steps refuses any more.</summary>
internal sealed class Draft
{
    private readonly List<(Slot Slot, Folded Folded)> _states = [];
    private readonly List<Recorded> _events = [];

    public IReadOnlyList<Recorded> Events => _events;

    public IReadOnlyList<(Slot Slot, Folded Folded)> States => _states;

    /// <summary>The stream's state after the steps so far.</summary>
    public Folded StateOf(Slot slot, Folding folding)
    {
        foreach (var (owner, known) in _states)
        {
            if (owner == slot && known.Folding == folding) return known;
        }

        var state = slot.Find(folding)!.Copy();
        foreach (var earlier in _events)
        {
            if (earlier.Stream == slot.Stream) state.Evolve(earlier);
        }

        _states.Add((slot, state));
        return state;
    }

    public void Add(Recorded recorded)
    {
        _events.Add(recorded);
        foreach (var (slot, state) in _states)
        {
            if (slot.Stream == recorded.Stream) state.Evolve(recorded);
        }
    }
}
