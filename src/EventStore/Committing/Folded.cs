namespace EventOps.EventStore.Committing;

/// <summary>The state of a stream as one decider sees it, and the version it stands for.</summary>
internal sealed class Folded(Folding folding, long version, object state)
{
    public Folding Folding => folding;

    public long Version { get; private set; } = version;

    public object State { get; private set; } = state;

    /// <summary>Takes the next event in; what it has seen already changes nothing.</summary>
    public void Evolve(Recorded recorded)
    {
        if (recorded.Version > Version)
            (Version, State) = (recorded.Version, folding.Evolve(State, recorded.Event));
    }

    public Folded Copy() => new(folding, Version, State);
}
