namespace EventOps.EventStore.Committing;

/// <summary>One work in the line and the caller that waits for its answer.</summary>
internal sealed class Waiting : IThreadPoolWorkItem
{
    // Goes on with the caller on the thread that completes it: the committer says which thread that is.
    private readonly TaskCompletionSource<Outcome> _done = new();
    private readonly CancellationTokenRegistration _leaving;
    private int _takenOrLeft;
    private Outcome? _outcome;
    private Exception? _failure;
    private CancellationToken? _left;

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

    /// <summary>What the caller is going to hear once the answer is sent: <see cref="Send"/> or <see cref="Execute"/>.</summary>
    public void Answer(CommitBatch.Answer answer) => (_outcome, _failure) = (answer.Outcome, answer.Bug);

    /// <summary>Ends in an exception, unless it has its answer: what is stored is stored.</summary>
    public void Fail(Exception failure)
    {
        if (_outcome is null) _failure ??= failure;
    }

    /// <summary>Lets the caller go on, on a thread of the pool.</summary>
    public void Send() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Lets the caller go on here and now: the last thing that a thread does.</summary>
    public void Execute()
    {
        if (_left is { } left) _done.TrySetCanceled(left);
        else if (_failure is not null) _done.TrySetException(_failure);
        else _done.TrySetResult(_outcome!);
    }

    private void Leave(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _takenOrLeft, 1) == 1) return;
        _left = ct;
        Send();
    }
}
