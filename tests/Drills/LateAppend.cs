using System.Diagnostics;
using EventOps.EventStore;
using EventOps.EventStore.Projecting;
using EventOps.EventStore.Schema;
using EventOps.Support;
using EventOps.Support.Consistency;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EventOps.Drills;

/// <summary>
/// An append draws a number and stays open while thousands of later ones commit: read models wait for it, and skip nothing
/// . On a cluster of its own, because the fence waits for the whole cluster.
/// </summary>
internal static class LateAppend
{
    public static readonly string[] Bugs = ["skip-gap"];

    private const int Clients = 16;
    private const int Streams = 40;
    private static readonly TimeSpan s_catchUp = TimeSpan.FromSeconds(30);

    public static async Task Run(Setting setting)
    {
        var (held, later) = setting.Quick ? (TimeSpan.FromSeconds(3), 2_000) : (TimeSpan.FromSeconds(30), 10_000);
        await using var cluster = await TestCluster.Start();
        await using var database = EventStoreServices.DataSource(cluster.ConnectionString);
        var model = CountingModel.Create().Async(CountingModel.Applied);
        await SchemaMigrations.Apply(database, model);
        await using (var tables = database.CreateCommand(CountingModel.Tables))
            await tables.ExecuteNonQueryAsync();

        await using var wakeups = new Wakeups(database);
        await using var store = new PostgresEventStore(database, model, TimeProvider.System);
        var signals = new ProjectionSignals(wakeups);
        var progress = new ProjectionProgress(database, model, signals);
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var daemon = new ProjectionDaemon(
            database, model, wakeups, signals, services, TimeProvider.System, NullLogger<ProjectionDaemon>.Instance)
        {
            Settle = setting.PlantedBug is not null ? HighestVisible : Fence.Settle,
        };
        await daemon.StartAsync(CancellationToken.None);

        var history = new History();
        await Append(store, history, _ => history.Ops.Count >= 200);
        await progress.CaughtUp();
        await HoldOpen(setting.Report, cluster, store, progress, history, held, later);
        var catchingUp = Stopwatch.StartNew();
        try
        {
            await progress.CaughtUp().WaitAsync(s_catchUp);
        }
        catch (TimeoutException)
        {
            setting.Report.Check([new("R-11", $"The read models did not catch up within {s_catchUp.TotalSeconds} s.")]);
        }

        setting.Report.Figure("catch-up", catchingUp.Elapsed.TotalSeconds, "s");
        await daemon.StopAsync(CancellationToken.None);
        await Verdict(setting.Report, database, history);
    }

    /// <summary>The planted bug: whatever is committed counts as settled, as if numbers were committed in their order.</summary>
    private static async Task<long> HighestVisible(NpgsqlConnection connection, long mark, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(seq_id), 0) from eventops.mt_events", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task HoldOpen(
        Report report, TestCluster cluster, IEventStore store, ProjectionProgress progress, History history,
        TimeSpan held, int later)
    {
        await using var late = await LateWriter.Draw(cluster.ConnectionString, "counter-late");
        history.Fault($"an append holds number {late.Number} open");
        var holding = Stopwatch.StartNew();
        var before = history.Ops.Count;
        var (lag, named) = (0L, false);
        var appending = Append(store, history, _ => holding.Elapsed >= held && history.Ops.Count - before >= later);
        while (!appending.IsCompleted)
        {
            await (await LateWriter.Draw(cluster.ConnectionString, $"counter-lost-{Guid.NewGuid()}")).DisposeAsync();
            history.Fault("an append is rolled back, its number is lost");
            var seen = await progress.Read();
            lag = Math.Max(lag, seen.Standings.Max(standing => standing.Lag));
            named |= seen.Holder?.Application == LateWriter.Application;
            await Task.WhenAny(appending, Task.Delay(200));
        }

        await appending;
        report.Figure("later", history.Ops.Count - before, "commits");
        report.Figure("held", holding.Elapsed.TotalSeconds, "s");
        report.Figure("lag.highest", lag, "events");
        if (lag == 0) report.Check([new("R-11", "The lag was not visible while the append was held open.")]);
        if (!named) report.Check([new("R-11", "The process that everyone waits for was not named.")]);
        await late.Commit();
    }

    private static Task Append(IEventStore store, History history, Func<int, bool> enough) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = 0; !enough(i); i++)
            {
                var key = Guid.NewGuid().ToString();
                var stream = $"counter-{(client + (i * 7)) % Streams}";
                var work = new Work().On(stream, CountingModel.Counter, 1).By(new(Command: key));
                await history.Record(client, "count", key, async () =>
                {
                    var stored = (await store.Handle(work)).Events[0];
                    return (Result.Ok, $"{stored.Stream} {stored.Version}");
                });
            }
        })));

    private static async Task Verdict(Report report, NpgsqlDataSource database, History history)
    {
        var stored = await Column<long>(database, "select seq_id from eventops.mt_events order by seq_id");
        var applied = await Column<long>(database, "select sequence from drill.applied order by place");
        var keys = await Column<string>(database, "select headers->>'command' from eventops.mt_events where headers is not null");
        report.Figure("stored", stored.Count, "events");
        report.Figure("skipped", stored.Except(applied).Count(), "events");
        report.Check(history.ProvesNothing(Contention.Of(history, op => op.Value!.Split(' ')[0])));
        report.Check(Presence.Check(history.Ops, [new(DateTimeOffset.UtcNow, keys.ToHashSet())]));
        report.Check(OnceOnly.Effects(history.Ops, keys));
        report.Check(await Store.Streams(database));
        report.Check(Store.Applied("drill.applied", applied, stored));
        report.Check(await Store.Rebuilt(database, CountingModel.Create()));
        report.Violations();
    }

    private static async Task<IReadOnlyList<T>> Column<T>(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
            values.Add(reader.GetFieldValue<T>(0));
        return values;
    }
}
