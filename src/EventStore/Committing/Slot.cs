namespace EventOps.EventStore.Committing;

/// <summary>One stream within a batch: where it stands in the database, and what the batch adds to it.</summary>
internal sealed class Slot(string stream)
{
    private readonly List<Folded> _states = new(1); // nearly always one decider asks

    public string Stream { get; } = stream;

    /// <summary>Version in the database; 0 where the stream is new.</summary>
    public long Stored { get; private set; }

    /// <summary>Version after what this batch adds.</summary>
    public long Version { get; private set; }

    public bool Archived { get; private set; }

    /// <summary>Some work does not expect to start this stream, so that it has to be locked and loaded.</summary>
    public bool MayExist { get; set; }

    public string? StreamType { get; set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public bool Changed => Version > Stored;

    public IReadOnlyList<Folded> States => _states;

    /// <summary>Versions up to this one need not be read: every decider that is asked here knows a state at least that new.</summary>
    public long KnownUpTo => _states.Count == 0 ? long.MaxValue : _states.Min(known => known.Version);

    public bool NewerThanStored => _states.Exists(known => known.Version > Stored);

    public Folded? Find(Folding folding) => _states.Find(known => known.Folding == folding);

    /// <summary>Puts a state in, in place of the one that its decider had.</summary>
    public void Seed(Folded state)
    {
        _states.RemoveAll(known => known.Folding == state.Folding);
        _states.Add(state);
    }

    public void Locked(long version, bool archived) => (Stored, Version, Archived) = (version, version, archived);

    public void Read(Recorded recorded) => _states.ForEach(known => known.Evolve(recorded));

    public void Append(Recorded recorded)
    {
        Read(recorded);
        (Version, ChangedAt) = (recorded.Version, recorded.At);
    }
}
