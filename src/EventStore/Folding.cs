using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EventOps.EventStore;

/// <summary>How a decider's state starts, changes and is kept, with its types erased. One instance for each decider.</summary>
internal sealed class Folding(
    object initial,
    Func<object, object, object> evolve,
    string? snapshotName,
    int snapshotAfter,
    Func<object, string> writeSnapshot,
    Func<byte[], object?> readSnapshot)
{
    private static readonly ConditionalWeakTable<object, Folding> s_known = [];

    public object Initial => initial;

    public string? SnapshotName => snapshotName;

    public int SnapshotAfter => snapshotAfter;

    public object Evolve(object state, object happened) => evolve(state, happened);

    public string WriteSnapshot(object state) => writeSnapshot(state);

    public object? ReadSnapshot(byte[] utf8) => readSnapshot(utf8);

    public static Folding Of<TCommand, TState, TEvent>(Decider<TCommand, TState, TEvent> decider)
        where TState : class
        where TEvent : class =>
        s_known.TryGetValue(decider, out var known) ? known : s_known.GetValue(decider, _ => New(decider));

    private static Folding New<TCommand, TState, TEvent>(Decider<TCommand, TState, TEvent> decider)
        where TState : class
        where TEvent : class => new(
            decider.Initial,
            (state, happened) => happened is TEvent known ? decider.Evolve((TState)state, known) : state,
            decider.Snapshot is null ? null : $"{decider.Name}.v{decider.SnapshotVersion}",
            decider.SnapshotAfter,
            state => JsonSerializer.Serialize((TState)state, decider.Snapshot!),
            utf8 => JsonSerializer.Deserialize(utf8, decider.Snapshot!));
}
