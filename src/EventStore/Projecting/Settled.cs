namespace EventOps.EventStore.Projecting;

/// <summary>
/// The number up to which the store is settled, the wait for more, and which types of events came lately: who wants none of them
/// need not look.
/// </summary>
internal sealed class Settled
{
    private const int MostStretches = 64;

    private readonly Signal _moved = new();
    private readonly Lock _gate = new();
    private readonly Queue<Stretch> _lately = [];
    private long _number;

    // Numbers after one and up to another, and the types of events that have them.
    private sealed record Stretch(long After, long UpTo, IReadOnlySet<string> Types);

    public long Number => Volatile.Read(ref _number);

    /// <param name="number">Settled up to here.</param>
    /// <param name="types">Of the events since the number before; null: not known.</param>
    public void Publish(long number, IReadOnlySet<string>? types)
    {
        lock (_gate)
        {
            if (types is null) _lately.Clear();
            else _lately.Enqueue(new(_number, number, types));
            if (_lately.Count > MostStretches) _lately.Dequeue();
        }

        Volatile.Write(ref _number, number);
        _moved.Raise();
    }

    /// <summary>Whether there may be events of these types between two numbers; true where that is not known.</summary>
    public bool MayHold(long after, long upTo, IReadOnlyList<string> types)
    {
        lock (_gate)
        {
            var known = _lately.TryPeek(out var first) && first.After <= after;
            return !known || _lately.Any(part => part.UpTo > after && part.After < upTo && types.Any(part.Types.Contains));
        }
    }

    /// <summary>The settled number once it is beyond <paramref name="reached"/>, or when the time is up.</summary>
    public async Task<long> Beyond(long reached, TimeSpan atMost, CancellationToken ct)
    {
        var moved = _moved.Next; // taken before the look, so that no move is missed
        if (Number <= reached)
            await moved.WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        return Number;
    }
}
