using EventOps.Barcamp;
using EventOps.Barcamp.Boards;
using EventOps.Bench.Http;
using EventOps.Bench.Measuring;
using EventOps.Bench.References;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using BoardState = EventOps.Barcamp.Boards.Board;

namespace EventOps.Bench;

/// <summary>
/// One change of a board, from its commit until every viewer has it: the real host, 5,000 streams in another process. The
/// reference is <see cref="BareLoop"/>: a process that writes the same bytes to as many sockets.
/// </summary>
public static class Board
{
    private const string Slug = "ogtm17";
    private const int WarmUps = 3;
    private const int Changes = 20;
    private static readonly TimeSpan s_calm = TimeSpan.FromMilliseconds(400);

    public static async Task Run(Setting setting)
    {
        var viewers = setting.Quick ? 500 : 5_000;
        await using var host = await BenchHost.Start(setting);
        await using var services = Store(host);
        var store = services.GetRequiredService<IEventStore>();
        var eventId = await EventId(host);
        var mover = new Mover(store, eventId);
        await mover.Move(); // reads everything once
        var before = host.Process.Memory;
        using var crowd = new Viewers(viewers);
        Setting.Say($"{viewers} viewers open the board ...");
        await crowd.Connect(host.Address.Port, $"GET /events/{Slug}/board/stream?lang=de HTTP/1.1\r\nHost: {host.Address.Authority}\r\nAccept: text/event-stream\r\n\r\n");
        await Task.Delay(setting.WarmUp);
        for (var change = 0; change < WarmUps; change++) await Round(crowd, mover);

        var ours = new List<Viewers.Round>();
        for (var change = 0; change < Changes; change++) ours.Add(await Round(crowd, mover));
        var perViewer = (host.Process.Memory - before) / 1024.0 / viewers;
        var bare = await Bare(viewers, crowd.LastFrame, setting);

        Print(setting, viewers, ours, bare, perViewer);
    }

    private static void Print(Setting setting, int viewers, List<Viewers.Round> ours, List<Viewers.Round> bare, double perViewer)
    {
        var all = ours.Select(round => round.All).Median();
        var reference = bare.Select(round => round.All).Median();
        setting.Figures.Print($"{viewers}.bare.all_ms", reference, "ms");
        setting.Figures.Print($"{viewers}.bare.p99", bare.Select(round => round.Percentile(0.99)).Median(), "ms");
        setting.Figures.Print($"{viewers}.all_ms", all, "ms");
        setting.Figures.Print($"{viewers}.p50", ours.Select(round => round.Percentile(0.5)).Median(), "ms");
        setting.Figures.AtMost($"{viewers}.p99", ours.Select(round => round.Percentile(0.99)).Median(), 300, "ms");
        setting.Figures.AtMost($"{viewers}.ratio", all / reference, 3, "x");
        setting.Figures.AtMost($"{viewers}.rss_per_viewer", perViewer, 20, "KB");
    }

    private static async Task<Viewers.Round> Round(Viewers crowd, Mover mover)
    {
        await Task.Delay(s_calm);
        var version = await mover.Move();
        return await crowd.Wait(version, mover.CommittedAt);
    }

    private static async Task<List<Viewers.Round>> Bare(int viewers, byte[] frame, Setting setting)
    {
        await using var loop = await BareLoop.Start();
        using var crowd = new Viewers(viewers);
        await crowd.Connect(loop.Port, "GET / HTTP/1.1\r\n\r\n");
        var rounds = new List<Viewers.Round>();
        var changes = setting.Quick ? 5 : Changes;
        for (var change = 1; change <= WarmUps + changes; change++)
        {
            await Task.Delay(s_calm);
            var sent = await loop.Send(change, frame);
            var round = await crowd.Wait(change, sent);
            if (change > WarmUps) rounds.Add(round);
        }

        return rounds;
    }

    private static async Task<Guid> EventId(BenchHost host)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await host.Database.Read<Guid>($"select event_id from barcamp.events where slug = '{Slug}'");
            }
            catch (NullReferenceException) when (tries < 100)
            {
                await Task.Delay(100); // the message that tells of the event is still on its way
            }
        }
    }

    private static ServiceProvider Store(BenchHost host)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(host.Database.DataSource)
            .AddSingleton(TimeProvider.System);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services.AddEventStore().AddMessaging().AddUi().AddBarcamp().BuildServiceProvider();
    }

    /// <summary>Moves one session of the board between two free cells, as a moderator at another host would.</summary>
    private sealed class Mover(IEventStore store, Guid eventId)
    {
        public long CommittedAt { get; private set; }

        public async Task<long> Move()
        {
            var (board, _) = await store.Load(BoardState.Stream(eventId), BoardState.Decider);
            var session = board.Placed.OrderBy(placed => placed.ChangedIn).First();
            var free = board.Slots.Where(slot => slot.Break is null && !board.Locked.Contains(slot.Id))
                .SelectMany(slot => board.Rooms.Select(room => new Cell(room.Id, slot.Id)))
                .First(cell => !board.Placed.Any(placed => placed.Cell == cell || (placed.Id != session.Id
                    && placed.Cell!.SlotId == cell.SlotId && placed.Hosts.Any(session.Hosts.Contains))));
            var outcome = await store.Handle(
                BoardState.Stream(eventId), BoardState.Decider,
                new PlaceSession(session.Id, free.RoomId, free.SlotId, long.MaxValue, DateTimeOffset.UtcNow));
            CommittedAt = System.Diagnostics.Stopwatch.GetTimestamp();
            return outcome.Refusal is null
                ? outcome.Events[^1].Version : throw new CannotMeasure($"A move was refused: {outcome.Refusal}");
        }
    }
}
