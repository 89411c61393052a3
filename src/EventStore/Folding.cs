using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EventOps.EventStore;

/// <summary>How a decider's state starts, changes and is kept, with its types erased.</summary>
internal sealed record Folding(
    object Decider,
    object Initial,
    Func<object, object, object> Evolve,
    string? SnapshotName,
    int SnapshotAfter,
    Func<object, string> WriteSnapshot,
    Func<byte[], object?> ReadSnapshot)
{
    private static readonly ConditionalWeakTable<object, Folding> s_known = [];

    public static Folding Of<TCommand, TState, TEvent>(Decider<TCommand, TState, TEvent> decider)
        where TState : class
        where TEvent : class => s_known.GetValue(decider, _ => new(
            decider,
            decider.Initial,
            (state, happened) => happened is TEvent known ? decider.Evolve((TState)state, known) : state,
            decider.Snapshot is null ? null : $"{decider.Name}.v{decider.SnapshotVersion}",
            decider.SnapshotAfter,
            state => JsonSerializer.Serialize((TState)state, decider.Snapshot!),
            utf8 => JsonSerializer.Deserialize(utf8, decider.Snapshot!)));
}
