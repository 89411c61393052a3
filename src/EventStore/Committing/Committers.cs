using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Npgsql;

namespace EventOps.EventStore.Committing;

/// <summary>
/// A host's committers. No thread is kept for them: a caller who finds one free sets it going, and it works until the line is
/// empty. A caller who is alone is decided and sent on its own thread, which spares it the way to another one and back.
/// </summary>
internal sealed class Committers(NpgsqlDataSource database, Func<CommitBatch> batches)
{
    // Two: while one waits for its commit to reach the disk, the other gathers and decides the next batch.
    private const int Number = 2;
    private const int MostMoments = 8;

    private readonly WaitingLine _line = new(Committer.LargestBatch, Number);

    // The one used last comes first: its connection is warm. As many turns as committers, so there is always one.
    private readonly ConcurrentStack<Committer> _resting =
        new(Enumerable.Range(0, Number).Select(_ => new Committer(database, batches())));

    public bool Rush => _line.Rush;

    public Task<Outcome> Queue(Work work, CancellationToken ct)
    {
        var waiting = new Waiting(work, ct);
        if (!_line.TryAdd(waiting, out var turn))
            return Task.FromException<Outcome>(new ObjectDisposedException(nameof(PostgresEventStore)));
        if (turn) Start();
        return waiting.Done;
    }

    /// <summary>Finishes what is queued, then closes the connections.</summary>
    public async ValueTask Close()
    {
        _line.Close();
        await _line.Ended;
        foreach (var committer in _resting)
            await committer.Disconnect();
    }

    // What follows is for others too: it must not run in this caller's context, nor wait for it.
    private void Start()
    {
        if (SynchronizationContext.Current is not null || TaskScheduler.Current != TaskScheduler.Default
            || ExecutionContext.IsFlowSuppressed())
        {
            ThreadPool.UnsafeQueueUserWorkItem(committers => _ = committers.Work(), this, preferLocal: false);
            return;
        }

        using (ExecutionContext.SuppressFlow())
            _ = Work();
    }

    private async Task Work()
    {
        Waiting? alone = null;
        while (true)
        {
            var gathered = _line.Gather();
            if (gathered) await Moment().ConfigureAwait(false);
            if (_line.Take(gathered) is not { } taken) break;
            alone?.Send();
            alone = null;
            var works = await Commit(taken).ConfigureAwait(false);
            _line.Done(taken);
            if (works.Count == 1) alone = works[0];
            else works.ForEach(waiting => waiting.Send());
        }

        alone?.Execute();
    }

    private async Task<List<Waiting>> Commit(List<Waiting> taken)
    {
        var works = taken.FindAll(waiting => waiting.Take());
        if (works.Count == 0) return works;
        _resting.TryPop(out var committer);
        try
        {
            await committer!.Commit(works).ConfigureAwait(false);
        }
        catch (Exception bug)
        {
            works.ForEach(waiting => waiting.Fail(bug));
        }

        _resting.Push(committer!);
        return works;
    }

    // Callers who were answered together are in the pool's queue together: whoever goes to its end lets them come first.
    private async Task Moment()
    {
        for (var (before, moments) = (-1, 0); moments < MostMoments && _line.Count is var now && now > before; moments++)
        {
            before = now;
            await default(EndOfTheQueue);
        }
    }

    // Task.Yield would go back to the caller's context, and ForceYielding to the front of the thread's own queue.
    private readonly struct EndOfTheQueue : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public EndOfTheQueue GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation) =>
            ThreadPool.UnsafeQueueUserWorkItem(act => act(), continuation, preferLocal: false);
    }
}
