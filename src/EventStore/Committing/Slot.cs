namespace EventOps.EventStore.Committing;

/// <summary>One stream within a batch: where it stands in the database, and what the batch adds to it.</summary>
internal sealed class Slot(string stream)
{
    private readonly Dictionary<object, (Folding Folding, long Version, object State)> _states = [];

    public string Stream { get; } = stream;

    /// <summary>Version in the database; 0 where the stream is new.</summary>
    public long Stored { get; private set; }

    /// <summary>Version after what this batch adds.</summary>
    public long Version { get; private set; }

    public bool Archived { get; private set; }

    public string? StreamType { get; set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public bool Changed => Version > Stored;

    public IEnumerable<(Folding Folding, long Version, object State)> States => _states.Values;

    /// <summary>Versions up to this one need not be read: every decider that is asked here knows a state at least that new.</summary>
    public long KnownUpTo => _states.Count == 0 ? long.MaxValue : _states.Values.Min(known => known.Version);

    public bool NewerThanStored => _states.Values.Any(known => known.Version > Stored);

    public void Seed(Folding folding, long version, object state) => _states[folding.Decider] = (folding, version, state);

    public bool Knows(object decider) => _states.ContainsKey(decider);

    public object StateOf(Folding folding) => _states[folding.Decider].State;

    public void Locked(long version, bool archived) => (Stored, Version, Archived) = (version, version, archived);

    public void Read(Recorded recorded) => Evolve(recorded);

    public void Append(Recorded recorded)
    {
        Evolve(recorded);
        (Version, ChangedAt) = (recorded.Version, recorded.At);
    }

    private void Evolve(Recorded recorded)
    {
        foreach (var (decider, (folding, version, state)) in _states)
        {
            if (recorded.Version > version)
                _states[decider] = (folding, recorded.Version, folding.Evolve(state, recorded.Event));
        }
    }
}
