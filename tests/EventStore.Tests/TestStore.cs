using EventOps.EventStore.Projecting;
using EventOps.EventStore.Schema;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EventOps.EventStore.Tests;

/// <summary>A database with the schema, one host's store on it, and as many other hosts as a test wants.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly IAsyncDisposable? _owned;
    private readonly List<IAsyncDisposable> _others = [];

    private TestStore(string connectionString, EventStoreModel model, IAsyncDisposable? owned)
    {
        (ConnectionString, Model, _owned) = (connectionString, model, owned);
        Database = EventStoreServices.DataSource(connectionString, 20);
        Wakeups = new(Database);
        Signals = new(Wakeups);
        Store = new(Database, model, TimeProvider.System);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Database { get; }

    public EventStoreModel Model { get; }

    public PostgresEventStore Store { get; }

    public Wakeups Wakeups { get; }

    public ProjectionSignals Signals { get; }

    public ProjectionProgress Progress => new(Database, Model, Signals);

    public ParkedStreams Parked => new(Database, Model, Signals, Services);

    public static IServiceProvider Services { get; } = new ServiceCollection().BuildServiceProvider();

    public static async Task<TestStore> Create(Action<EventStoreModel>? configure = null)
    {
        var database = await TestDatabase.Create();
        return await On(database.ConnectionString, database, configure);
    }

    /// <summary>On an empty database of another cluster.</summary>
    public static async Task<TestStore> On(string connectionString, IAsyncDisposable? owned, Action<EventStoreModel>? configure)
    {
        var model = TallyModel.Create();
        configure?.Invoke(model);
        var store = new TestStore(connectionString, model, owned);
        await SchemaMigrations.Apply(store.Database, model);
        await store.Execute(TallyModel.Tables);
        return store;
    }

    /// <summary>The same database as another host sees it: own connections, own cache.</summary>
    public TestStore OtherHost(Action<EventStoreModel>? configure = null) => OtherHost(ConnectionString, configure);

    /// <summary>Another host that reaches the same database by another way.</summary>
    public TestStore OtherHost(string connectionString, Action<EventStoreModel>? configure = null)
    {
        var model = TallyModel.Create();
        configure?.Invoke(model);
        var other = new TestStore(connectionString, model, null);
        _others.Add(other);
        return other;
    }

    /// <summary>Starts this host's daemon.</summary>
    public async Task<ProjectionDaemon> StartDaemon()
    {
        var daemon = NewDaemon();
        await daemon.StartAsync(CancellationToken.None);
        _others.Add(new Stopping(daemon));
        return daemon;
    }

    public ProjectionDaemon NewDaemon() =>
        new(Database, Model, Wakeups, Signals, Services, TimeProvider.System, NullLogger<ProjectionDaemon>.Instance);

    public Task<Outcome> Add(string stream, int by) => Store.Handle(stream, Tally.Decider, new Add(by));

    /// <summary>Waits until the daemon has taken in all that is committed.</summary>
    public Task CaughtUp() => Progress.CaughtUp().WaitAsync(TimeSpan.FromMinutes(1));

    public Task<string> Hash(string table) => Projections.Hash(Database, table);

    public async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T?> Read<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var other in Enumerable.Reverse(_others))
            await other.DisposeAsync();
        await Store.DisposeAsync();
        await Wakeups.DisposeAsync();
        await Database.DisposeAsync();
        if (_owned is not null) await _owned.DisposeAsync();
    }

    private sealed class Stopping(ProjectionDaemon daemon) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await daemon.StopAsync(CancellationToken.None);
            daemon.Dispose();
        }
    }
}
