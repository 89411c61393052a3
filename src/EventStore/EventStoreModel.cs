using System.Reflection;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>Adds statements for a read model's rows to the batch. Array statements, keyed by the stream that a row follows.</summary>
/// <param name="events">Events of the registered types, in order; <see cref="Recorded.Sequence"/> is 0 for inline projections.</param>
/// <param name="batch">The transaction's batch.</param>
/// <param name="table">Schema and table to write to: the live one or the shadow of a rebuild.</param>
public delegate void ProjectRows(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table);

/// <summary>Adds one set-based statement for all rows of a kind to the batch.</summary>
public delegate void WriteRows<TRow>(IReadOnlyList<TRow> rows, NpgsqlBatch batch);

/// <summary>A read model: its name, its one table and the events it follows.</summary>
/// <param name="Name">Stored with the position: <c>registration.arrivals</c>.</param>
/// <param name="Table">Schema-qualified table: <c>registration.arrivals</c>.</param>
/// <param name="Events">The event types it wants to see.</param>
/// <param name="Project">How events become rows.</param>
public sealed record Projection(string Name, string Table, IReadOnlyList<Type> Events, ProjectRows Project)
{
    /// <summary>
    /// Each row follows one stream alone, as inline ones always do: a rebuild then takes stream after stream, in any order of
    /// streams, and writes most rows once.
    /// </summary>
    public bool PerStream { get; init; }
}

/// <summary>Told about committed events in store order, at least once each; keeps its own effects idempotent.</summary>
/// <param name="Name">Stored with the position.</param>
/// <param name="Events">The event types it wants to see.</param>
/// <param name="Handle">Called with a page of events; the position moves after it returns.</param>
public sealed record Subscription(
    string Name, IReadOnlyList<Type> Events, Func<IReadOnlyList<Recorded>, IServiceProvider, CancellationToken, Task> Handle)
{
    /// <summary>
    /// At least so long between two calls; zero by default. The first event after a pause is told at once, a steady flow in pages.
    /// </summary>
    public TimeSpan Spacing { get; init; }
}

/// <summary>What the modules bring to the store: events, read models, rows and numbered SQL files.</summary>
public sealed class EventStoreModel
{
    private readonly Dictionary<Type, Action<IReadOnlyList<object>, NpgsqlBatch>> _rowWriters = [];
    private readonly Dictionary<Type, Action<IReadOnlyList<object>>> _rowHearers = [];
    private readonly List<Projection> _inline = [];
    private readonly List<Projection> _async = [];
    private readonly List<Subscription> _subscriptions = [];
    private readonly List<(string Schema, Assembly Assembly)> _schemas = [("eventops", typeof(EventStoreModel).Assembly)];

    /// <summary>The stored events.</summary>
    public EventTypes Events { get; } = new();

    /// <summary>Read models written in the events' own transaction.</summary>
    public IReadOnlyList<Projection> InlineProjections => _inline;

    /// <summary>Read models written by the daemon.</summary>
    public IReadOnlyList<Projection> AsyncProjections => _async;

    /// <summary>Followers of the store.</summary>
    public IReadOnlyList<Subscription> Subscriptions => _subscriptions;

    internal IReadOnlyList<(string Schema, Assembly Assembly)> Schemas => _schemas;

    /// <summary>Registers a read model that is always up to date: rows keyed by the stream they follow.</summary>
    public EventStoreModel Inline(Projection projection)
    {
        _inline.Add(projection);
        return this;
    }

    /// <summary>Registers a read model that follows within milliseconds: totals over streams.</summary>
    public EventStoreModel Async(Projection projection)
    {
        _async.Add(projection);
        return this;
    }

    /// <summary>Registers a follower.</summary>
    public EventStoreModel Follow(Subscription subscription)
    {
        _subscriptions.Add(subscription);
        return this;
    }

    /// <summary>Registers a kind of row that a <see cref="Commit"/> may write.</summary>
    /// <param name="write">Adds the statement.</param>
    /// <param name="committed">
    /// Hears on this host of rows that have just been committed, before their callers do; quick, and never throws. A hint: a crash
    /// may come between.
    /// </param>
    public EventStoreModel Rows<TRow>(WriteRows<TRow> write, Action<IReadOnlyList<TRow>>? committed = null)
        where TRow : class
    {
        _rowWriters.Add(typeof(TRow), (rows, batch) => write([.. rows.Cast<TRow>()], batch));
        if (committed is not null) _rowHearers.Add(typeof(TRow), rows => committed([.. rows.Cast<TRow>()]));
        return this;
    }

    /// <summary>
    /// Registers a module's numbered SQL files: the embedded resources <c>Sql/NNN_name.sql</c> of its assembly, applied in order.
    /// </summary>
    public EventStoreModel Schema(string name, Assembly assembly)
    {
        _schemas.Add((name, assembly));
        return this;
    }

    internal void WriteRows(IEnumerable<object> rows, NpgsqlBatch batch)
    {
        foreach (var kind in rows.GroupBy(row => row.GetType()))
        {
            if (!_rowWriters.TryGetValue(kind.Key, out var write))
                throw new InvalidOperationException(
                    $"{kind.Key} is not registered as a row. Its module's Add method lists its rows.");
            write([.. kind], batch);
        }
    }

    internal void TellCommitted(IReadOnlyList<object> rows)
    {
        foreach (var (kind, tell) in _rowHearers)
        {
            var heard = rows.Where(row => row.GetType() == kind).ToList();
            if (heard.Count > 0) tell(heard);
        }
    }
}
