using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json.Serialization;
using EventOps.Bench.Measuring;
using EventOps.Bench.References;
using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EventOps.Bench;

/// <summary>
/// Durable messages: published by one commit, handled by another with an event and the inbox mark. The reference is pgbench
/// deleting one row and inserting one row in each transaction.
/// </summary>
public static class Messages
{
    private const int Clients = 16;
    private const int AtOnce = 64;

    private const string Rows = """
        create table waiting (id bigint primary key, body jsonb not null);
        insert into waiting select n, '{"id":"3f1c0f1e-4a6b-4d0e-9f55-6f7a1d2b3c4d"}' from generate_series(1, 100000) n;
        analyze;
        """;

    private const string Move = """
        \set n random(1, 100000)
        with gone as (delete from waiting where id = :n returning id, body) insert into waiting select id, body from gone;
        """;

    public static async Task Run(Setting setting)
    {
        await using var plain = await BenchDatabase.Create(setting.Server);
        await plain.Execute(Rows);
        await using var database = await BenchDatabase.Create(setting.Server);
        await using var host = await Started(database);
        using var handled = new HandledMessages();
        var (store, pgbench) = (host.GetRequiredService<IEventStore>(), new Pgbench(plain.ConnectionString));

        await Rush(store, handled, setting.WarmUp);
        var (reference, ours, latencies) = (new List<double>(), new List<double>(), new List<Load>());
        for (var round = 0; round < setting.Rounds; round++)
        {
            reference.Add(await pgbench.Rate(Move, Clients, setting.Run));
            ours.Add(await Rush(store, handled, setting.Run));
            latencies.Add(await Trickle(store, handled, setting.Run));
        }

        setting.Figures.Print("reference.rate", reference.Median(), "per_second");
        setting.Figures.Print("rate", ours.Median(), "per_second");
        setting.Figures.AtLeast("ratio", ours.Median() / reference.Median(), 0.5, "x");
        setting.Figures.Print("publish-to-handled.p99", Load.Percentile(latencies, 0.99), "ms");
        setting.Figures.AtMost("publish-to-handled.p50", Load.Percentile(latencies, 0.5), 10, "ms");
    }

    // Publishers never wait for the handling; the clock stops when the last message is handled.
    private static async Task<double> Rush(IEventStore store, HandledMessages handled, TimeSpan time)
    {
        handled.Restart();
        var start = Stopwatch.GetTimestamp();
        var sent = await Load.Of(AtOnce, time, _ => Publish(store));
        await handled.Reach(sent.Count);
        return sent.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // One message in a few milliseconds: what a message takes when nothing waits before it.
    private static async Task<Load> Trickle(IEventStore store, HandledMessages handled, TimeSpan time)
    {
        handled.Restart();
        var sent = 0;
        await Load.Of(1, time, async _ =>
        {
            await Publish(store);
            await handled.Reach(++sent);
        });
        return new(time, handled.Latencies());
    }

    private static Task<Outcome> Publish(IEventStore store) => store.Handle(new Work().Then(commit =>
        commit.Publish(new SampleSent(Guid.NewGuid()), $"sample-{Guid.NewGuid()}")));

    private static async Task<ServiceProvider> Started(BenchDatabase database)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(database.DataSource)
            .AddEventStore().AddMessaging()
            .AddToEventStore(store => store.Events.Map("bench.sample-happened.v1", SampleJson.Default.SampleHappened))
            .AddToMessaging(messages => messages.Map("bench.sample-sent.v1", MessageJson.Default.SampleSent)
                .On<SampleSent>("bench.on-sample-sent", OnSampleSent))
            .BuildServiceProvider();
        await SchemaMigrations.Apply(database.DataSource, services.GetRequiredService<EventStoreModel>());
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
        return services;
    }

    private static Work OnSampleSent(SampleSent message, Handling handling) =>
        new Work().Start($"sample-{message.Id}", Sample.Decider, HappenAgain.Random());
}

/// <summary>Hears from the bus's own meter when a message is handled, after its commit.</summary>
public sealed class HandledMessages : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<double> _latencies = new();
    private readonly SemaphoreSlim _handled = new(0);

    public HandledMessages()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "eventops.messages.latency") listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((_, latency, _, _) =>
        {
            _latencies.Enqueue(latency);
            _handled.Release();
        });
        _meters.Start();
    }

    public void Restart() => _latencies.Clear();

    public async Task Reach(int count)
    {
        while (_latencies.Count < count)
            await _handled.WaitAsync();
    }

    public double[] Latencies() => [.. _latencies.Order()];

    public void Dispose()
    {
        _meters.Dispose();
        _handled.Dispose();
    }
}

public sealed record SampleSent(Guid Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SampleSent))]
internal sealed partial class MessageJson : JsonSerializerContext;
