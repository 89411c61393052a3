using System.Collections.Concurrent;

namespace EventOps.Accounts.Authorising;

/// <summary>
/// Rights as this host last read them, at most 4 seconds ago: what another host revokes ends here within 5. Requests that come
/// together share one read.
/// </summary>
public sealed class Fresh<TKey, TValue>(TimeProvider clock, Func<TKey, Task<TValue?>> read)
    where TKey : notnull
    where TValue : class
{
    private const int Most = 20_000;
    private static readonly TimeSpan s_for = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<TKey, (Task<TValue?> Value, long ReadAt)> _known = new();

    public Task<TValue?> Get(TKey key)
    {
        if (_known.TryGetValue(key, out var known) && clock.GetElapsedTime(known.ReadAt) < s_for && !known.Value.IsFaulted)
            return known.Value;
        if (_known.Count >= Most) _known.Clear();
        // The time before the read counts: what changes while it runs must not live longer.
        var fresh = (Value: read(key), ReadAt: clock.GetTimestamp());
        _known[key] = fresh;
        return fresh.Value;
    }

    public void Forget(TKey key) => _known.TryRemove(key, out _);

    public void ForgetAll() => _known.Clear();
}
