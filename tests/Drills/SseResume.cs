using EventOps.Barcamp;
using EventOps.Barcamp.Boards;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Support;
using EventOps.Support.Consistency;
using EventOps.Ui;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Drills;

/// <summary>
/// Readers of a board's event stream lose their connection again and again, and come back at either of two hosts with the last id
/// that they saw: each gets every event exactly once, in order.
/// </summary>
internal static class SseResume
{
    public static readonly string[] Bugs = [ForgetLastId, RepeatLast];

    /// <summary>As if the browser did not say what it saw last: what came meanwhile is missed.</summary>
    public const string ForgetLastId = "forget-last-id";

    /// <summary>As if the last id were off by one: an event comes twice.</summary>
    public const string RepeatLast = "repeat-last";

    private const string Slug = "ogtm17";
    private const int Readers = 4;

    public static async Task Run(Setting setting)
    {
        await using var database = await TestDatabase.Create();
        var key = HostProcess.NewKey();
        await using var one = await HostProcess.Start(database.ConnectionString, key, arguments: "--demo");
        await using var two = await HostProcess.Start(database.ConnectionString, key);
        await using var services = Store(database);
        var store = services.GetRequiredService<IEventStore>();
        var eventId = await EventId(database);
        CuttableProxy[] cables = [Cable(one), Cable(two)];
        var from = (await store.Read(Board.Stream(eventId))).Count;

        var readers = Enumerable.Range(0, Readers)
            .Select(number => new StreamReading(number, cables, $"/api/v1/events/{Slug}/board/stream", from, setting.PlantedBug)).ToList();
        using var enough = new CancellationTokenSource();
        var reading = readers.Select(reader => reader.Run()).ToList();
        var writing = Write(store, eventId, enough.Token);
        var cuts = await Cut(cables, readers, setting.Quick ? 40 : 200);
        await enough.CancelAsync();
        var written = await writing;
        var last = (await store.Read(Board.Stream(eventId))).Count;
        await Until(() => readers.TrueForAll(reader => reader.Last >= last));
        foreach (var reader in readers) reader.Stop();
        foreach (var cable in cables) await cable.DisposeAsync();
        await Task.WhenAll(reading);
        foreach (var reader in readers) reader.Dispose();
        Judge(setting.Report, readers, from, last, written, cuts);
    }

    private static void Judge(Report report, List<StreamReading> readers, int from, int last, int written, int cuts)
    {
        var reconnects = readers.Sum(reader => reader.Connections - 1);
        report.Figure("cuts", cuts, "cuts");
        report.Figure("reconnects", reconnects, "reconnects");
        report.Figure("events", last - from, "events");
        report.Figure("received", readers.Sum(reader => reader.Ids.Count), "events");
        if (reconnects < cuts || written == 0 || readers.TrueForAll(reader => reader.Resumed == 0))
            report.Check([new("validity", "Nobody had to come back while something happened.")]);
        foreach (var reader in readers)
        {
            var wanted = Enumerable.Range(from + 1, last - from).Select(id => (long)id).ToList();
            var twice = reader.Ids.GroupBy(id => id).Where(id => id.Count() > 1).Select(id => id.Key).ToList();
            report.Check(
                wanted.Except(reader.Ids).Select(id => new Violation("missed", $"Reader {reader.Number} never got event {id}.")));
            report.Check(twice.Select(id => new Violation("twice", $"Reader {reader.Number} got event {id} more than once.")));
            if (twice.Count == 0 && !reader.Ids.SequenceEqual(reader.Ids.Order()))
                report.Check([new("order", $"Reader {reader.Number} got events out of order.")]);
        }

        report.Violations();
    }

    private static async Task<int> Cut(CuttableProxy[] cables, List<StreamReading> readers, int cuts)
    {
        var random = new Random(18);
        var done = 0;
        for (; done < cuts; done++)
        {
            await Task.Delay(random.Next(20, 160));
            var cable = cables[done % cables.Length];
            var before = readers.Sum(reader => reader.Connections);
            cable.Cut();
            await Task.Delay(random.Next(1, 30));
            cable.Plug();
            // A cut that nobody felt is none.
            await Until(() => readers.Sum(reader => reader.Connections) > before || readers.TrueForAll(reader => reader.At != done % cables.Length));
        }

        return done;
    }

    private static async Task<int> Write(IEventStore store, Guid eventId, CancellationToken enough)
    {
        var (board, _) = await store.Load(Board.Stream(eventId), Board.Decider, CancellationToken.None);
        var session = board.Sessions.Keys.Order().First();
        var written = 0;
        while (!enough.IsCancellationRequested)
        {
            BoardCommand command = written % 2 == 0 ? new PinSession(session) : new UnpinSession(session);
            written += (await store.Handle(Board.Stream(eventId), Board.Decider, command, ct: CancellationToken.None)).Events.Count;
            await Task.Delay(written % 10 == 0 ? 40 : 5, CancellationToken.None);
        }

        return written;
    }

    private static CuttableProxy Cable(HostProcess host) => new($"Host=127.0.0.1;Port={host.Address.Port}");

    private static ServiceProvider Store(TestDatabase database)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(database.DataSource).AddSingleton(TimeProvider.System);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services.AddEventStore().AddMessaging().AddUi().AddBarcamp().BuildServiceProvider();
    }

    private static async Task<Guid> EventId(TestDatabase database)
    {
        var id = Guid.Empty;
        await Until(async () => (id = await database.Read<Guid>($"select event_id from barcamp.events where slug = '{Slug}'")) != Guid.Empty);
        return id;
    }

    private static Task Until(Func<bool> done) => Until(() => Task.FromResult(done()));

    private static async Task Until(Func<Task<bool>> done)
    {
        for (var tries = 0; tries < 2000 && !await done(); tries++) await Task.Delay(10);
    }
}
