using EventOps.Barcamp.Boards;
using EventOps.EventStore;
using EventOps.Support;
using EventOps.Support.Consistency;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Drills;

/// <summary>
/// Forty hosts grab the cells of one board at two hosts at once, swap, park, hang up and send again, while hundreds of people
/// star: no cell holds two, nobody is in two places, no star is lost, and every viewer ends with the same board.
/// </summary>
internal static class BoardRace
{
    /// <summary>As if a place were not checked when it is stored: all sessions end up in one cell.</summary>
    public const string PileUp = "pile-up";

    /// <summary>As if some stars were acknowledged and not stored.</summary>
    public const string LoseStars = "lose-stars";

    public static readonly string[] Bugs = [PileUp, LoseStars];

    private const string Slug = "ogtm17";
    private const int Grabbers = 40;
    private const int Voters = 250;
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(2);

    public static async Task Run(Setting setting)
    {
        await using var database = await TestDatabase.Create();
        var key = HostProcess.NewKey();
        await using var one = await HostProcess.Start(database.ConnectionString, key, arguments: "--demo");
        await using var two = await HostProcess.Start(database.ConnectionString, key);
        await using var left = BarcampStore.Open(database);
        await using var right = BarcampStore.Open(database);
        var eventId = await BarcampStore.EventId(database, Slug);
        await database.Execute("delete from barcamp.link_key"); // the pseudonyms are the drill's own
        await PlantedBugs.Plant(setting.PlantedBug, database);

        var history = new History();
        var viewers = BoardViewers.Of([one.Address, two.Address], Slug, setting.Quick ? 4 : 12);
        ServiceProvider[] hosts = [left, right];
        var until = TimeSpan.FromSeconds(setting.Quick ? 4 : 20);
        using var enough = new CancellationTokenSource(until);
        var grabbing = Enumerable.Range(0, Grabbers)
            .Select(number => new Grabber(hosts, eventId, number, history).Run(enough.Token));
        var votes = new Ballots(hosts, eventId, history);
        await Task.WhenAll([.. grabbing, votes.Run(Voters)]);

        var store = left.GetRequiredService<IEventStore>();
        var last = (await store.Load(Board.Stream(eventId), Board.Decider)).Version;
        var took = await viewers.Until(last, s_quiet);
        await viewers.DisposeAsync();
        Figures(setting.Report, history, last, took);
        setting.Report.Check(history.ProvesNothing(Contention.Of(history, op => op.Name)));
        if (took is null)
            setting.Report.Check(
                [new("C7", $"A viewer did not have event {last} {s_quiet.TotalSeconds} s after the last move.")]);
        setting.Report.Check(Placed((await store.Read(Board.Stream(eventId))).Select(recorded => (BoardEvent)recorded.Event)));
        setting.Report.Check(await votes.Check());
        setting.Report.Check(await EventOps.Support.Consistency.Store.Streams(database.DataSource));
        setting.Report.Violations();
    }

    private static void Figures(Report report, History history, long last, TimeSpan? took)
    {
        report.Figure("moves", history.Ops.Count(op => op.Name == "move"), "requests");
        report.Figure("refused", history.Ops.Count(op => op is { Name: "move", Result: Result.Fail }), "requests");
        report.Figure("hung-up", history.Faults.Count, "requests");
        report.Figure("contended", Contention.Of(history, op => op.Name), "requests");
        report.Figure("stars", history.Ops.Count(op => op is { Name: "star", Result: Result.Ok }), "stars");
        report.Figure("board.version", last, "events");
        report.Figure("converged", took?.TotalMilliseconds ?? double.PositiveInfinity, "ms");
    }

    /// <summary>C5 after every single event, not only at the end.</summary>
    private static IEnumerable<Violation> Placed(IEnumerable<BoardEvent> events)
    {
        var (board, known) = (Board.Empty, 0);
        foreach (var happened in events)
        {
            board = Board.Evolve(board, happened);
            if (board.Sessions.Count < known) yield return new("C5", $"A session is lost in version {board.Version}.");
            known = board.Sessions.Count;
            foreach (var slot in board.Slots)
            {
                var during = board.During(slot.Id).ToList();
                if (during.GroupBy(session => session.Cell!.RoomId).FirstOrDefault(cell => cell.Count() > 1) is { } cell)
                    yield return new("C5", $"Version {board.Version}: {cell.Count()} sessions share a cell.");
                if (during.SelectMany(session => session.Hosts).GroupBy(host => host).FirstOrDefault(host => host.Count() > 1) is { } host)
                    yield return new("C5", $"Version {board.Version}: host {host.Key} is in two places.");
            }
        }
    }
}
