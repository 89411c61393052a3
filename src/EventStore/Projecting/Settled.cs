namespace EventOps.EventStore.Projecting;

/// <summary>The number up to which the store is settled, and the wait for more.</summary>
internal sealed class Settled
{
    private readonly Signal _moved = new();
    private long _number;

    public long Number => Volatile.Read(ref _number);

    public void Publish(long number)
    {
        Volatile.Write(ref _number, number);
        _moved.Raise();
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
