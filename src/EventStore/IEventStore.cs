namespace EventOps.EventStore;

/// <summary>
/// Streams of events with expected versions. The one seam between the modules and the store: an implementation on another
/// event store in the same tables fits behind it and has to pass the same contract tests.
/// </summary>
public interface IEventStore
{
    /// <summary>Many callers wait for their commits at this host right now: what can wait, such as mails, should.</summary>
    bool Rush { get; }

    /// <summary>
    /// Locks, loads, decides and appends, retrying on conflicts; everything is one transaction, shared with other waiting work.
    /// Returns after the commit is durable.
    /// </summary>
    /// <exception cref="StreamContended">Other writers won every try; nothing is stored.</exception>
    /// <exception cref="StreamArchived">One of the streams is archived; nothing is stored.</exception>
    /// <exception cref="StoreUnavailable">The database did not answer; the work may be stored.</exception>
    Task<Outcome> Handle(Work work, CancellationToken ct = default);

    /// <summary>A stream's events in order, by default all of them.</summary>
    /// <param name="stream">Stream id.</param>
    /// <param name="after">Versions above this one only.</param>
    /// <param name="upTo">Versions up to this one only.</param>
    /// <param name="ct">Stops the reading.</param>
    Task<IReadOnlyList<Recorded>> Read(string stream, long after = 0, long upTo = long.MaxValue, CancellationToken ct = default);

    /// <summary>The newest state and version of a stream; the initial state and 0 where it does not exist.</summary>
    Task<(TState State, long Version)> Load<TCommand, TState, TEvent>(
        string stream, Decider<TCommand, TState, TEvent> decider, CancellationToken ct = default)
        where TState : class
        where TEvent : class;

    /// <summary>
    /// The state as this host last saw it, read again when that is longer ago than <paramref name="maxAge"/>. For facts that
    /// change rarely and are only looked up; never for the rule that a stream itself guards.
    /// </summary>
    ValueTask<TState> Recall<TCommand, TState, TEvent>(
        string stream, Decider<TCommand, TState, TEvent> decider, TimeSpan maxAge, CancellationToken ct = default)
        where TState : class
        where TEvent : class;

    /// <summary>The state that a stream had after a version or at an instant.</summary>
    Task<(TState State, long Version)> LoadAsOf<TCommand, TState, TEvent>(
        string stream, Decider<TCommand, TState, TEvent> decider, long? version, DateTimeOffset? at,
        CancellationToken ct = default)
        where TState : class
        where TEvent : class;

    /// <summary>Closes a stream for good: its events stay readable by id, projections no longer see it.</summary>
    Task Archive(string stream, CancellationToken ct = default);
}

/// <summary>Shorthand for the everyday cases.</summary>
public static class EventStoreExtensions
{
    /// <summary>One command on one stream.</summary>
    public static Task<Outcome> Handle<TCommand, TState, TEvent>(
        this IEventStore store, string stream, Decider<TCommand, TState, TEvent> decider, TCommand command,
        Action<Commit>? then = null, CancellationToken ct = default)
        where TState : class
        where TEvent : class
    {
        var work = new Work().On(stream, decider, command);
        return store.Handle(then is null ? work : work.Then(then), ct);
    }
}
