using System.Text.Json.Serialization;
using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace EventOps.Messaging.Tests;

/// <summary>What the tests send.</summary>
public sealed record Noted(int Number);

/// <summary>What a handler sends on.</summary>
public sealed record Echoed(int Number);

/// <summary>The visible effect of a handler: one row.</summary>
public sealed record Effect(string Handler, string Key, int Number);

[JsonSerializable(typeof(Noted))]
[JsonSerializable(typeof(Echoed))]
internal sealed partial class TestJson : JsonSerializerContext;

/// <summary>One host with a store, a bus and the test's handlers, on a database of the test.</summary>
internal sealed class Bus : IAsyncDisposable
{
    private const string Effects = """
        create table if not exists effects (
          seq bigint generated always as identity, handler varchar not null, key varchar not null,
          number int not null check (number <> 13))
        """;

    private readonly ServiceProvider _services;
    private readonly TestDatabase? _own;

    private Bus(ServiceProvider services, TestDatabase? own) => (_services, _own) = (services, own);

    public IServiceProvider Services => _services;

    public IEventStore Store => _services.GetRequiredService<IEventStore>();

    public DeadLetters DeadLetters => _services.GetRequiredService<DeadLetters>();

    public static async Task<Bus> Start(
        Action<MessagingModel> handlers, MessagingSettings? settings = null, TimeProvider? clock = null, string? database = null)
    {
        var own = database is null ? await TestDatabase.Create() : null;
        var services = new ServiceCollection().AddLogging()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(EventStoreServices.DataSource(database ?? own!.ConnectionString, 20))
            .AddEventStore().AddMessaging(settings)
            .AddToEventStore(store => store.Rows<Effect>(Write).Events.Map("tests.echoed.v1", TestJson.Default.Echoed))
            .AddToMessaging(messages => messages
                .Map("tests.noted.v1", TestJson.Default.Noted).Map("tests.echoed.v1", TestJson.Default.Echoed))
            .AddToMessaging(handlers)
            .BuildServiceProvider();
        var bus = new Bus(services, own);
        if (database is null)
        {
            await SchemaMigrations.Apply(
                services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<EventStoreModel>());
            await bus.Execute(Effects);
        }

        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
        return bus;
    }

    public string ConnectionString => _own!.ConnectionString;

    /// <summary>A work that leaves one effect.</summary>
    public static Work Leave(string handler, Handling handling, int number) =>
        new Work().Then(commit => commit.Write(new Effect(handler, handling.Key, number)));

    public Task<Outcome> Publish(
        string key, int number, DateTimeOffset? due = null, Guid? id = null, string? correlation = null) =>
        Store.Handle(new Work().By(new(correlation)).Then(commit => commit.Publish(new Noted(number), key, due, id)));

    public Task Quiet(string? correlation = null) => Support.Quiet.WaitForMessages(Services, correlation);

    public Task Until(Func<Task<bool>> isTrue) => Support.Quiet.Until(Services.GetRequiredService<Wakeups>(), null, isTrue);

    public Task UntilParked(int letters = 1) => Until(async () => (await DeadLetters.List()).Count == letters);

    public async Task<IReadOnlyList<Effect>> AllEffects()
    {
        await using var command = Database.CreateCommand("select handler, key, number from effects order by seq");
        await using var row = await command.ExecuteReaderAsync();
        var effects = new List<Effect>();
        while (await row.ReadAsync())
            effects.Add(new(row.GetString(0), row.GetString(1), row.GetInt32(2)));
        return effects;
    }

    public async Task<IReadOnlyList<int>> Numbers() => [.. (await AllEffects()).Select(effect => effect.Number)];

    public async Task<T?> Read<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        if (_own is not null) await _own.DisposeAsync();
    }

    private NpgsqlDataSource Database => _services.GetRequiredService<NpgsqlDataSource>();

    private static void Write(IReadOnlyList<Effect> rows, NpgsqlBatch batch) => batch.Add(
        "insert into effects (handler, key, number) select * from unnest($1, $2, $3)",
        rows.Column(row => row.Handler), rows.Column(row => row.Key), rows.Column(row => row.Number));
}
