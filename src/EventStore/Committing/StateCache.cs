using System.Collections.Concurrent;

namespace EventOps.EventStore.Committing;

/// <summary>
/// Folded states by stream and decider, so that a hot stream is folded once per host. Two generations: when the young one is
/// full it becomes the old one, and what nobody asked for in between is forgotten.
/// </summary>
internal sealed class StateCache(int perGeneration)
{
    private ConcurrentDictionary<(string Stream, object Decider), Entry> _young = new();
    private ConcurrentDictionary<(string Stream, object Decider), Entry> _old = new();

    public sealed record Entry(long Version, object State, long ReadAt);

    public Entry? Find(string stream, object decider)
    {
        if (_young.TryGetValue((stream, decider), out var entry)) return entry;
        if (!_old.TryGetValue((stream, decider), out entry)) return null;
        Keep(stream, decider, entry);
        return entry;
    }

    /// <summary>Keeps the newer of two states: committers finish in any order.</summary>
    public void Keep(string stream, object decider, Entry entry)
    {
        _young.AddOrUpdate((stream, decider), entry, (_, known) => known.Version > entry.Version ? known : entry);
        if (_young.Count <= perGeneration) return;
        _old = _young;
        _young = new();
    }

    public void Forget(string stream, object decider)
    {
        _young.TryRemove((stream, decider), out _);
        _old.TryRemove((stream, decider), out _);
    }
}
