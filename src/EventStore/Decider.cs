using System.Text.Json.Serialization.Metadata;

namespace EventOps.EventStore;

/// <summary>
/// The pure heart of one kind of stream: where it starts, what a command leads to, and how an event changes the state.
/// One static instance per aggregate; the store caches states under it.
/// </summary>
/// <param name="Name">Kebab-case name, stored as the stream's type: <c>attendee</c>.</param>
/// <param name="Initial">The state before the first event.</param>
/// <param name="Decide">Pure: events, nothing or a refusal.</param>
/// <param name="Evolve">Pure, never fails, ignores what it does not need.</param>
public sealed record Decider<TCommand, TState, TEvent>(
    string Name,
    TState Initial,
    Func<TCommand, TState, Decision<TEvent>> Decide,
    Func<TState, TEvent, TState> Evolve)
    where TState : class
    where TEvent : class
{
    /// <summary>
    /// Set where streams grow long: a cold load that folds more than <see cref="SnapshotAfter"/> events leaves a snapshot
    /// in this JSON form. Raise <see cref="SnapshotVersion"/> whenever the state's shape or meaning changes.
    /// </summary>
    public JsonTypeInfo<TState>? Snapshot { get; init; }

    /// <summary>Snapshots of another version are ignored.</summary>
    public int SnapshotVersion { get; init; } = 1;

    /// <summary>Events folded in one load before a snapshot pays (count).</summary>
    public int SnapshotAfter { get; init; } = 500;

    /// <summary>Folds a history, oldest first, from the initial state.</summary>
    public TState Fold(IEnumerable<TEvent> history) => history.Aggregate(Initial, Evolve);
}
