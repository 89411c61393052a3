namespace EventOps.EventStore.Committing;

/// <summary>One work in the queue and the caller that waits for its answer.</summary>
internal sealed class Waiting
{
    private readonly TaskCompletionSource<Outcome> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _leaving;
    private int _takenOrLeft;

    public Waiting(Work work, CancellationToken ct)
    {
        Work = work;
        _leaving = ct.UnsafeRegister(_ => Leave(ct), null);
    }

    public Work Work { get; }

    public Task<Outcome> Done => _done.Task;

    /// <summary>False when the caller left before; a work that was taken is always finished.</summary>
    public bool Take()
    {
        if (Interlocked.Exchange(ref _takenOrLeft, 1) == 1) return false;
        _leaving.Unregister();
        return true;
    }

    public void Answer(CommitBatch.Answer answer)
    {
        if (answer.Bug is not null) _done.TrySetException(answer.Bug);
        else _done.TrySetResult(answer.Outcome!);
    }

    public void Fail(Exception failure) => _done.TrySetException(failure);

    private void Leave(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _takenOrLeft, 1) == 0)
            _done.TrySetCanceled(ct);
    }
}
