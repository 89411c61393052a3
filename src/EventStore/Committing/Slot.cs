namespace EventOps.EventStore.Committing;

/// <summary>One stream within a batch: where it stands in the database, and what the batch adds to it.</summary>
internal sealed class Slot(string stream)
{
    private const int Settled = 8; // commits without anybody else's between them

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

    /// <summary>So many times in a row this host has written to the stream, and nobody else in between.</summary>
    public int Undisturbed { get; set; } = int.MaxValue;

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

    /// <summary>What is remembered has proved to be what is stored, time and again.</summary>
    public bool IsTrusted => Undisturbed >= Settled && _states.TrueForAll(known => known.Version == KnownUpTo);

    /// <summary>Takes what is remembered for what is stored; the database compares when the batch is written.</summary>
    public void Trust() => Locked(KnownUpTo, archived: false);

    public void Locked(long version, bool archived) => (Stored, Version, Archived) = (version, version, archived);

    /// <summary>Takes an event in that another host has stored, or that is read for the first time.</summary>
    public void Read(Recorded recorded)
    {
        Undisturbed = -1;
        Evolve(recorded);
    }

    public void Append(Recorded recorded)
    {
        Evolve(recorded);
        (Version, ChangedAt) = (recorded.Version, recorded.At);
    }

    private void Evolve(Recorded recorded) => _states.ForEach(known => known.Evolve(recorded));
}
