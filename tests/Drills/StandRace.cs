using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.Stands;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>
/// Five exhibitors for each stand, at two hosts that are killed and started again, with holds that end while nobody looks: a stand has
/// one holder, an extra is not promised twice, what was confirmed stays, and no free stand waits while somebody waits for it.
/// </summary>
internal static class StandRace
{
    /// <summary>As if some bookings were acknowledged and stored for nobody.</summary>
    public const string ForgetBooking = "forget-booking";

    /// <summary>As if nobody counted what was given away.</summary>
    public const string ForgetStock = "forget-stock";

    /// <summary>As if nobody told the waiting list.</summary>
    public const string ForgetWaiting = "forget-waiting";

    public static readonly string[] Bugs = [ForgetBooking, ForgetStock, ForgetWaiting];

    private static readonly TimeSpan s_longestIdle = TimeSpan.FromSeconds(60);

    public static async Task Run(Setting setting)
    {
        var (stands, exhibitors, during) = setting.Quick
            ? (12, 60, TimeSpan.FromSeconds(100)) : (60, 300, TimeSpan.FromMinutes(5));
        using var mails = new MailSink(TimeSpan.Zero);
        await using var hosts = await TwoHosts.Start(mails);
        var fair = await Fairground.Build(hosts, stands, exhibitors);
        await fair.Mailed(mails);
        await PlantedBugs.Plant(setting.PlantedBug, hosts.Database);
        var history = new History();
        using var enough = new CancellationTokenSource(during);
        var bidding = Task.WhenAll(Enumerable.Range(0, exhibitors).Select(number =>
            Task.Run(() => new Bidder(hosts, fair, number, mails.Links[Fairground.AddressOf(number)], history).Run(enough.Token))));
        var kills = 0;
        while (!bidding.IsCompleted)
        {
            await Task.WhenAny(bidding, Task.Delay(during / 6));
            if (enough.IsCancellationRequested) break;
            history.Fault($"kill -9 of host {kills % 2}");
            hosts.Kill(kills % 2);
            await hosts.Start(kills++ % 2);
        }

        await bidding;
        await Settle(hosts);
        Figures(setting.Report, history, kills, await hosts.Database.Read<long>(
            "select count(*) from eventops.mt_events where type = 'marketplace.hold-lapsed.v1'"));
        await Judge(setting.Report, hosts, fair, history);
        setting.Report.Check(await Store.Streams(hosts.Database.DataSource));
        setting.Report.Violations();
    }

    // The last holds end, and what comes free goes to those who wait.
    private static async Task Settle(TwoHosts hosts)
    {
        for (var until = DateTime.UtcNow.AddMinutes(3); DateTime.UtcNow < until; await Task.Delay(1000))
        {
            var open = await hosts.Database.Read<long>("""
                select (select count(*) from marketplace.stands where state = 'Held' and until < now())
                  + (select count(*) from messaging.queue where handler like 'marketplace.%')
                """);
            if (open == 0) return;
        }
    }

    private static void Figures(Report report, History history, int kills, long lapsed)
    {
        report.Figure("kills", kills, "kills");
        foreach (var kind in history.Ops.GroupBy(op => op.Name).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            report.Figure($"{kind.Key}.done", kind.Count(op => op.Result == Result.Ok), "requests");
            report.Figure($"{kind.Key}.refused", kind.Count(op => op.Result == Result.Fail), "requests");
        }

        report.Figure("unanswered", history.Ops.Count(op => op.Result == Result.Info), "requests");
        if (lapsed == 0 || kills == 0 || !history.Ops.Any(op => op is { Name: "hold", Result: Result.Fail }))
            report.Check([new("validity", "No host was killed, no hold ended, or nobody met anybody else at a stand.")]);
    }

    private static async Task Judge(Report report, TwoHosts hosts, Fairground fair, History history)
    {
        var exhibitors = new Dictionary<Guid, Exhibitor>();
        foreach (var id in fair.Exhibitors) exhibitors[id] = (await hosts.Store.Load(Exhibitor.Stream(id), Exhibitor.Decider)).State;
        var stands = new Dictionary<Guid, IReadOnlyList<Recorded>>();
        foreach (var id in fair.Stands) stands[id] = await hosts.Store.Read(Stand.Stream(id));
        var extra = (await hosts.Store.Load(Extra.Stream(fair.Table), Extra.Decider)).State;
        var queues = new List<Recorded>();
        foreach (var id in fair.Categories) queues.AddRange(await hosts.Store.Read(Queue.Stream(id)));
        report.Figure("booked", stands.Values.Count(events => StandVerdicts.StateOf(events) is Stand.Booked), "stands");
        report.Figure("lapsed", stands.Values.Sum(events => events.Count(recorded => recorded.Event is HoldLapsed)), "holds");
        report.Figure("offers", queues.Count(recorded => recorded.Event is StandOffered), "offers");
        report.Check(stands.SelectMany(stand => StandVerdicts.OneHolder(stand.Key, stand.Value)));
        report.Check(StandVerdicts.Agree(stands, exhibitors));
        report.Check(StandVerdicts.Stock(extra, fair.Table, fair.Stock, exhibitors));
        report.Check(StandVerdicts.OfferedOnce(queues));
        report.Check(StandVerdicts.Kept(history, fair, exhibitors));
        var idle = StandVerdicts.LongestIdle(fair, stands, queues, hosts);
        report.Figure("idle", (await idle).TotalSeconds, "s");
        if (await idle > s_longestIdle)
            report.Check([new("idle", $"A free stand was kept from those who wait for {(await idle).TotalSeconds:0} s.")]);
    }
}
