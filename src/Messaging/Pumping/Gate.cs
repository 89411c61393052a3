namespace EventOps.Messaging.Pumping;

/// <summary>Opens for one pass: whoever knocks while nobody waits lets the next one through.</summary>
internal sealed class Gate
{
    private TaskCompletionSource _knock = New();

    public void Knock() => Volatile.Read(ref _knock).TrySetResult();

    /// <summary>For the one who waits here: goes on after a knock, or when the time is up.</summary>
    public async Task Pass(TimeSpan atMost, CancellationToken ct)
    {
        await _knock.Task.WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        if (_knock.Task.IsCompleted) Volatile.Write(ref _knock, New());
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
