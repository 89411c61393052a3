using System.Collections.Concurrent;
using EventOps.EventStore.Committing;
using EventOps.EventStore.Reading;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>The event store on PostgreSQL: queues work for its committers, reads streams.</summary>
public sealed class PostgresEventStore : IEventStore, IAsyncDisposable
{
    private const int CachedStates = 50_000;

    private readonly ConcurrentDictionary<string, byte> _running = new(StringComparer.Ordinal);
    private readonly StateCache _cache = new(CachedStates);
    private readonly Committers _committers;
    private readonly StreamReading _reading;

    /// <summary>The first works open the connections.</summary>
    public PostgresEventStore(NpgsqlDataSource database, EventStoreModel model, TimeProvider clock)
    {
        _reading = new(database, model.Events, _cache);
        _committers = new(database, () => new(model, _cache, clock));
    }

    /// <inheritdoc/>
    public bool Rush => _committers.Rush;

    /// <inheritdoc/>
    public async Task<Outcome> Handle(Work work, CancellationToken ct = default)
    {
        if (work.Key is not { } key) return await _committers.Queue(work, ct);
        var running = Convert.ToHexString(key.Id);
        if (!_running.TryAdd(running, 0)) return Outcome.Refused(new StillRunning());
        try
        {
            return await _committers.Queue(work, ct);
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
        string stream, Decider<TCommand, TState, TEvent> decider, long? version, DateTimeOffset? at,
        CancellationToken ct = default)
        where TState : class
        where TEvent : class => _reading.AsOf(stream, decider, version, at, ct);

    /// <inheritdoc/>
    public Task Archive(string stream, CancellationToken ct = default) => _reading.Archive(stream, ct);

    /// <summary>Finishes what is queued, then closes the connections.</summary>
    public ValueTask DisposeAsync() => _committers.Close();
}
