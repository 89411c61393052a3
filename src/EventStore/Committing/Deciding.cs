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
        var states = new Dictionary<(string Stream, object Decider), object>();
        foreach (var step in work.Steps)
        {
            var slot = slots[step.Stream];
            if (slot.Archived) throw new StreamArchived(step.Stream);
            var folding = step.Folding;
            var state = states.GetValueOrDefault((step.Stream, folding.Decider)) ?? slot.StateOf(folding);
            var (decided, refusal) = step.Decide(state);
            if (refusal is not null) return Outcome.Refused(refusal);
            var version = slot.Version + added.Count(earlier => earlier.Stream == step.Stream);
            foreach (var happened in decided)
            {
                added.Add(new(Guid.CreateVersion7(at), step.Stream, ++version, 0, at, types.NameOf(happened.GetType()), happened, work.Metadata));
                state = folding.Evolve(state, happened);
            }

            states[(step.Stream, folding.Decider)] = state;
        }

        var commit = new Commit(added, StatesByStream(states), at, work.Metadata);
        work.Completion?.Invoke(commit);
        Accept(work, added, commit);
        return new(null, added, commit.Answer, false);
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

    private static Dictionary<string, object> StatesByStream(Dictionary<(string Stream, object Decider), object> states)
    {
        var byStream = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var ((stream, _), state) in states)
            byStream[stream] = state;
        return byStream;
    }
}
