namespace EventOps.EventStore;

/// <summary>One stream's part of a <see cref="Work"/>, with its types erased for the committer.</summary>
internal abstract class Step(string stream, bool startsStream, long? expected)
{
    public string Stream { get; } = stream;

    public bool StartsStream { get; } = startsStream;

    public long? Expected { get; } = expected;

    public abstract string StreamType { get; }

    /// <summary>Stands for the decider: states are cached per stream under it.</summary>
    public abstract Folding Folding { get; }

    public abstract (IReadOnlyList<object> Events, Refusal? Refusal) Decide(object state);
}

internal sealed class Step<TCommand, TState, TEvent>(
    string stream, Decider<TCommand, TState, TEvent> decider, TCommand command, bool startsStream, long? expected)
    : Step(stream, startsStream, expected)
    where TState : class
    where TEvent : class
{
    public override string StreamType => decider.Name;

    public override Folding Folding { get; } = Folding.Of(decider);

    public override (IReadOnlyList<object> Events, Refusal? Refusal) Decide(object state)
    {
        var decision = decider.Decide(command, (TState)state);
        return (decision.Events, decision.Refusal);
    }
}
