using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace EventOps.EventStore.Committing;

/// <summary>
/// Folded states by stream and decider, so that a hot stream is folded once per host. Two generations: when the young one is
/// full it becomes the old one, and what nobody asked for in between is forgotten.
/// </summary>
internal sealed class StateCache(int perGeneration)
{
    private ConcurrentDictionary<Key, Entry> _young = Generation(perGeneration);
    private ConcurrentDictionary<Key, Entry> _old = Generation(0);
    private int _keptInYoung; // the dictionary's own count takes all of its locks

    /// <param name="Version">Of the stream.</param>
    /// <param name="State">As one decider sees it.</param>
    /// <param name="ReadAt">Milliseconds of the machine's clock.</param>
    /// <param name="Undisturbed">See <see cref="Slot.Undisturbed"/>.</param>
    public sealed record Entry(long Version, object State, long ReadAt, int Undisturbed = 0);

    public Entry? Find(string stream, Folding folding)
    {
        var key = new Key(stream, folding);
        if (_young.TryGetValue(key, out var entry)) return entry;
        if (!_old.TryGetValue(key, out entry)) return null;
        Keep(stream, folding, entry);
        return entry;
    }

    /// <summary>Keeps the newer of two states: committers finish in any order.</summary>
    public void Keep(string stream, Folding folding, Entry entry)
    {
        var key = new Key(stream, folding);
        while (!_young.TryAdd(key, entry))
        {
            if (!_young.TryGetValue(key, out var known)) continue;
            if (known.Version == entry.Version && known.Undisturbed > entry.Undisturbed)
                entry = entry with { Undisturbed = known.Undisturbed };
            if (known.Version > entry.Version || _young.TryUpdate(key, entry, known)) return;
        }

        if (Interlocked.Increment(ref _keptInYoung) <= perGeneration) return;
        _keptInYoung = 0;
        _old = _young;
        _young = Generation(perGeneration);
    }

    public void Forget(string stream, Folding folding)
    {
        _young.TryRemove(new(stream, folding), out _);
        _old.TryRemove(new(stream, folding), out _);
    }

    // With room for all of them: growing takes all locks and moves everything, in the middle of a rush.
    private static ConcurrentDictionary<Key, Entry> Generation(int room) => new(Environment.ProcessorCount, room);

    private readonly struct Key(string stream, Folding folding) : IEquatable<Key>
    {
        private readonly string _stream = stream;
        private readonly Folding _folding = folding;

        public bool Equals(Key other) => ReferenceEquals(_folding, other._folding) && _stream == other._stream;

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() =>
            HashCode.Combine(_stream.GetHashCode(StringComparison.Ordinal), RuntimeHelpers.GetHashCode(_folding));
    }
}
