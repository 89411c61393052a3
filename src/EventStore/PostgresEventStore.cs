using System.Collections.Concurrent;
using EventOps.EventStore.Committing;
using EventOps.EventStore.Reading;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>The event store on PostgreSQL: queues work for its committers, reads streams.</summary>
public sealed class PostgresEventStore : IEventStore, IAsyncDisposable
{
    // Two: while one waits for its commit to reach the disk, the other gathers and decides the next batch.
    private const int Committers = 2;
    private const int CachedStates = 50_000;

    private readonly WaitingLine _line = new(Committer.LargestBatch);
    private readonly ConcurrentDictionary<string, byte> _running = new(StringComparer.Ordinal);
    private readonly StateCache _cache = new(CachedStates);
    private readonly List<Thread> _committers = [];
    private readonly StreamReading _reading;

    /// <summary>Starts the committers; the first work opens their connections.</summary>
    public PostgresEventStore(NpgsqlDataSource database, EventStoreModel model, TimeProvider clock)
    {
        _reading = new(database, model.Events, _cache);
        for (var i = 0; i < Committers; i++)
        {
            var committer = new Committer(_line, database, new(model, _cache, clock));
            var thread = new Thread(committer.Run) { IsBackground = true, Name = "committer" };
            thread.Start();
            _committers.Add(thread);
        }
    }

    /// <inheritdoc/>
    public bool Rush => _line.Rush;

    /// <inheritdoc/>
    public async Task<Outcome> Handle(Work work, CancellationToken ct = default)
    {
        if (work.Key is not { } key) return await Queue(work, ct);
        var running = Convert.ToHexString(key.Id);
        if (!_running.TryAdd(running, 0)) return Outcome.Refused(new StillRunning());
        try
        {
            return await Queue(work, ct);
        }
        finally
        {
            _running.TryRemove(running, out _);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Recorded>> Read(
        string stream, long after = 0, long upTo = long.MaxValue, CancellationToken ct = default) =>
        _reading.Events(stream, after, upTo, null, ct);

    /// <inheritdoc/>
    public Task<(TState State, long Version)> Load<TCommand, TState, TEvent>(
        string stream, Decider<TCommand, TState, TEvent> decider, CancellationToken ct = default)
        where TState : class
        where TEvent : class => _reading.Newest(stream, decider, ct);

    /// <inheritdoc/>
    public async ValueTask<TState> Recall<TCommand, TState, TEvent>(
        string stream, Decider<TCommand, TState, TEvent> decider, TimeSpan maxAge, CancellationToken ct = default)
        where TState : class
        where TEvent : class =>
        _cache.Find(stream, Folding.Of(decider)) is { } known && Environment.TickCount64 - known.ReadAt <= maxAge.TotalMilliseconds
            ? (TState)known.State
            : (await _reading.Newest(stream, decider, ct)).State;

    /// <inheritdoc/>
    public Task<(TState State, long Version)> LoadAsOf<TCommand, TState, TEvent>(
        string stream, Decider<TCommand, TState, TEvent> decider, long? version, DateTimeOffset? at, CancellationToken ct = default)
        where TState : class
        where TEvent : class => _reading.AsOf(stream, decider, version, at, ct);

    /// <inheritdoc/>
    public Task Archive(string stream, CancellationToken ct = default) => _reading.Archive(stream, ct);

    /// <summary>Finishes what is queued, then closes the connections.</summary>
    public ValueTask DisposeAsync()
    {
        _line.Close();
        return new(Task.Run(() => _committers.ForEach(thread => thread.Join())));
    }

    private Task<Outcome> Queue(Work work, CancellationToken ct)
    {
        var waiting = new Waiting(work, ct);
        return _line.TryAdd(waiting)
            ? waiting.Done
            : Task.FromException<Outcome>(new ObjectDisposedException(nameof(PostgresEventStore)));
    }
}
