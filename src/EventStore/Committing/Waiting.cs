namespace EventOps.EventStore.Committing;

/// <summary>One work in the queue and the caller that waits for its answer.</summary>
internal sealed class Waiting(Work work, CancellationToken ct)
{
    private readonly TaskCompletionSource<Outcome> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Work Work { get; } = work;

    public Task<Outcome> Done => _done.Task;

    /// <summary>Whether the caller left before the work began; after that it is always finished.</summary>
    public bool GaveUp() => ct.IsCancellationRequested && _done.TrySetCanceled(ct);

    public void Answer(CommitBatch.Answer answer)
    {
        if (answer.Bug is not null) _done.TrySetException(answer.Bug);
        else _done.TrySetResult(answer.Outcome!);
    }
}
