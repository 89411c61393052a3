using System.Diagnostics;
using EventOps.Bench.Measuring;
using EventOps.Bench.References;
using EventOps.EventStore;
using EventOps.EventStore.Projecting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace EventOps.Bench;

/// <summary>
/// A read model with a row for each stream: the daemon catching up over a million events, a rebuild beside the live table, and
/// the time from an append to the row. The references are <see cref="BareUpserts"/> and a warm reading of all events.
/// </summary>
public static class ReadModels
{
    private const int EventsOfAStream = 10;

    private static readonly Projection s_rows = new("bench.rows", "bench.rows", [typeof(SampleHappened)], Project)
    {
        PerStream = true,
    };

    public static async Task Run(Setting setting)
    {
        var events = setting.Quick ? 50_000 : 1_000_000;
        await using var database = await BenchDatabase.Create(setting.Server, Sample.Model());
        await BareUpserts.Prepare(database, events, EventsOfAStream);
        Setting.Say($"{events} events are there.");

        await BareUpserts.Read(database, events); // warm
        var read = events / (await BareUpserts.Read(database, events)).TotalSeconds;
        var bare = events / (await BareUpserts.Run(database, events)).TotalSeconds;
        await using var services = Services(database);
        var daemon = services.GetRequiredService<IHostedService>();
        var progress = services.GetRequiredService<ProjectionProgress>();
        var start = Stopwatch.GetTimestamp();
        await daemon.StartAsync(CancellationToken.None);
        await progress.CaughtUp();
        var caughtUp = events / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Compare(database, events);
        var rebuilt = await services.GetRequiredService<Rebuild>().Run(s_rows.Name);
        await Compare(database, events);
        var seen = await AppendToView(services, setting.Run);
        await daemon.StopAsync(CancellationToken.None);

        setting.Figures.Print("bare.rate", bare, "per_second");
        setting.Figures.Print("catch-up.rate", caughtUp, "per_second");
        setting.Figures.AtLeast("catch-up.ratio", caughtUp / bare, 0.8, "x");
        setting.Figures.Print("read.rate", read, "per_second");
        setting.Figures.AtLeast("rebuild.ratio", rebuilt.Events / rebuilt.Took.TotalSeconds / read, 0.3, "x");
        setting.Figures.Print("rebuild.locked", rebuilt.Locked.TotalMilliseconds, "ms");
        setting.Figures.AtMost("append-to-view.p50", seen.Percentile(0.5), 10, "ms");
        setting.Figures.AtMost("append-to-view.p99", seen.Percentile(0.99), 50, "ms");
    }

    // From the acknowledged append until the read model tells that it moved past it and the row is there.
    private static Task<Load> AppendToView(IServiceProvider services, TimeSpan time)
    {
        var (store, progress) = (services.GetRequiredService<IEventStore>(), services.GetRequiredService<ProjectionProgress>());
        return Load.Of(1, time, async _ =>
        {
            await store.Handle(new Work().Start($"sample-{Guid.NewGuid()}", Sample.Decider, HappenAgain.Random()));
            await progress.CaughtUp();
        });
    }

    private static async Task Compare(BenchDatabase database, int events)
    {
        if (await database.Read<long>("select sum(happened)::bigint from bench.rows") is var sum && sum != events)
            throw new CannotMeasure($"{events} events are stored, {sum} are in the read model.");
    }

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        var rows = BareUpserts.Fold(events.Select(e => (e.Stream, ((SampleHappened)e.Event).RegistrationId)));
        batch.Add($"""
            insert into {table} as t (stream, happened, last) select * from unnest($1, $2, $3)
            on conflict (stream) do update set happened = t.happened + excluded.happened, last = excluded.last
            """, rows.Column(row => row.Stream), rows.Column(row => row.Count), rows.Column(row => row.Last));
    }

    private static ServiceProvider Services(BenchDatabase database) => new ServiceCollection().AddLogging()
        .AddSingleton(TimeProvider.System).AddSingleton(database.DataSource).AddEventStore().AddProjectionDaemon()
        .AddToEventStore(store => store.Async(s_rows).Events.Map("bench.sample-happened.v1", SampleJson.Default.SampleHappened))
        .BuildServiceProvider();
}
