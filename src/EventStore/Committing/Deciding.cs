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
        var draft = new Draft();
        foreach (var step in work.Steps)
        {
            var slot = slots[step.Stream];
            if (slot.Archived) throw new StreamArchived(step.Stream);
            if (step.Expected is { } expected && expected != slot.Version)
                return Outcome.Refused(new ChangedMeanwhile(step.Stream, expected, slot.Version));
            var known = draft.StateOf(slot, step.Folding);
            var (decided, refusal) = step.Decide(known.State);
            if (refusal is not null) return Outcome.Refused(refusal);
            foreach (var happened in decided)
            {
                var type = types.NameOf(happened.GetType());
                draft.Add(new(Guid.CreateVersion7(at), step.Stream, known.Version + 1, 0, at, type, happened, work.Metadata));
            }
        }

        var commit = new Commit(draft.Events, draft.States, at, work.Metadata);
        work.Completion?.Invoke(commit);
        Accept(work, draft, commit);
        return new(null, draft.Events, commit.Answer, false);
    }

    private void Accept(Work work, Draft draft, Commit commit)
    {
        foreach (var step in work.Steps)
            slots[step.Stream].StreamType ??= step.StreamType;
        foreach (var (slot, state) in draft.States)
            slot.Seed(state);
        foreach (var recorded in draft.Events)
            slots[recorded.Stream].Append(recorded);
        _events.AddRange(draft.Events);
        _rows.AddRange(commit.Rows);
        if (work.Key is not null && commit.Answer is not null)
            _answers.Add((work.Key, commit.Answer));
    }
}
