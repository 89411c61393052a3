namespace EventOps.EventStore.Committing;

/// <summary>Decides the works of a batch one after the other, each on what the earlier ones of the batch left.</summary>
internal sealed class Deciding(IReadOnlyDictionary<string, Slot> slots, EventTypes types, DateTimeOffset at)
{
    private readonly List<Recorded> _events = [];
    private readonly List<object> _rows = [];
    private readonly List<(IdempotencyKey Key, KeptAnswer Answer)> _answers = [];

    public IReadOnlyList<Recorded> Events => _events;

    public IReadOnlyList<object> Rows => _rows;

    public IReadOnlyList<(IdempotencyKey Key, KeptAnswer Answer)> Answers => _answers;

    public bool Anything => _events.Count + _rows.Count + _answers.Count > 0;

    public Outcome Decide(Work work)
    {
        var added = new List<Recorded>();
        var states = new Dictionary<(string Stream, object Decider), (Folding Folding, object State)>();
        foreach (var step in work.Steps)
        {
            var slot = slots[step.Stream];
            if (slot.Archived) throw new StreamArchived(step.Stream);
            if (step.Expected is { } expected && expected != slot.Version)
                return Outcome.Refused(new ChangedMeanwhile(step.Stream, expected, slot.Version));
            var (decided, refusal) = step.Decide(StateFor(step, slot, states, added));
            if (refusal is not null) return Outcome.Refused(refusal);
            foreach (var happened in decided)
                Add(happened, step.Stream);
        }

        var commit = new Commit(added, [.. states.Select(known => (known.Key.Stream, known.Value.State))], at, work.Metadata);
        work.Completion?.Invoke(commit);
        Accept(work, added, commit);
        return new(null, added, commit.Answer, false);

        void Add(object happened, string stream)
        {
            var version = slots[stream].Version + added.Count(earlier => earlier.Stream == stream) + 1;
            added.Add(new(Guid.CreateVersion7(at), stream, version, 0, at, types.NameOf(happened.GetType()), happened, work.Metadata));
            foreach (var (key, (folding, state)) in states)
            {
                if (key.Stream == stream)
                    states[key] = (folding, folding.Evolve(state, happened));
            }
        }
    }

    /// <summary>A step sees what earlier steps of its work did to its stream, through whichever decider.</summary>
    private static object StateFor(
        Step step, Slot slot, Dictionary<(string, object), (Folding Folding, object State)> states, List<Recorded> added)
    {
        var folding = step.Folding;
        if (states.TryGetValue((step.Stream, folding.Decider), out var known)) return known.State;
        var state = added.Where(earlier => earlier.Stream == step.Stream)
            .Aggregate(slot.StateOf(folding), (before, earlier) => folding.Evolve(before, earlier.Event));
        states.Add((step.Stream, folding.Decider), (folding, state));
        return state;
    }

    private void Accept(Work work, List<Recorded> added, Commit commit)
    {
        foreach (var step in work.Steps)
            slots[step.Stream].StreamType ??= step.StreamType;
        foreach (var recorded in added)
            slots[recorded.Stream].Append(recorded);
        _events.AddRange(added);
        _rows.AddRange(commit.Rows);
        if (work.Key is not null && commit.Answer is not null)
            _answers.Add((work.Key, commit.Answer));
    }
}
