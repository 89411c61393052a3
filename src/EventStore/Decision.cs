namespace EventOps.EventStore;

/// <summary>An expected "no": a record of facts without text. Texts are resources, keyed by the record's name.</summary>
public abstract record Refusal;

/// <summary>The stream is no longer at the version that the caller has seen.</summary>
public sealed record ChangedMeanwhile(string Stream, long Expected, long Actual) : Refusal;

/// <summary>What a decider answers to a command: events to record, nothing to do, or one refusal.</summary>
/// <typeparam name="TEvent">The base type of the stream's events.</typeparam>
public sealed record Decision<TEvent>
    where TEvent : class
{
    private Decision(IReadOnlyList<TEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    /// <summary>The command is already done: no event, no refusal.</summary>
    public static Decision<TEvent> Nothing { get; } = new([], null);

    /// <summary>The events to append, in order; empty when nothing is to be done or the command is refused.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>Why the command is refused, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Several events at once.</summary>
    public static Decision<TEvent> All(params IReadOnlyList<TEvent> events) => new(events, null);

    /// <summary>One event.</summary>
    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);

    /// <summary>A refusal.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}
