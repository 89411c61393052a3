using System.Diagnostics;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>
/// One of two hosts is killed at random moments while people sign up, and started again: nothing acknowledged is lost, nothing
/// is sold twice, nobody gets a mail twice, and the other host serves on.
/// </summary>
internal static class KillHost
{
    public static readonly string[] Bugs =
        [PlantedBugs.AckBeforeCommit, PlantedBugs.DropIdempotency, PlantedBugs.DoubleMail, PlantedBugs.ForgetMark];

    private const int Clients = 16;
    private const int Capacity = 100;
    private const int PeoplePerEvent = 130;
    private static readonly TimeSpan s_mailTakes = TimeSpan.FromMilliseconds(30); // so that a kill finds mails under way
    private static readonly TimeSpan s_think = TimeSpan.FromMilliseconds(250);

    public static async Task Run(Setting setting)
    {
        var random = new Random(20171012);
        using var mails = new MailSink(s_mailTakes);
        await using var hosts = await TwoHosts.Start(mails);
        await PlantedBugs.Plant(setting.PlantedBug, hosts.Database);
        var (history, evidence, orphans) = (new History(), new Evidence(hosts), new Orphans(hosts.Database));
        using var clients = new SignUpClients(hosts, history, setting.PlantedBug);
        using var enough = new CancellationTokenSource();
        var (events, sightings, outages) = (new List<DrillEvent>(), new List<Sighting>(), new List<Outage>());
        var inDoubt = new HashSet<string>(StringComparer.Ordinal);
        var load = Load(hosts, clients, events, enough.Token);
        for (var kill = 0; kill < (setting.Quick ? 3 : 20); kill++)
        {
            await Task.Delay(random.Next(500, 3_000));
            sightings.Add(await evidence.Look());
            var victim = random.Next(2);
            history.Fault($"host {victim} is killed");
            var (killed, handedIn) = (DateTimeOffset.UtcNow, hosts.MailsOf(victim));
            hosts.Kill(victim);
            await orphans.Note(killed);
            await hosts.Start(victim);
            inDoubt.UnionWith(await evidence.Unmarked(handedIn.Mails)); // its lease still keeps the others away from them
            outages.Add(new(1 - victim, killed, DateTimeOffset.UtcNow));
        }

        await enough.CancelAsync();
        await load;
        setting.Report.Check(await orphans.Wait());
        setting.Report.Figure("drained-after", await Drain(hosts), "s");
        Errors(setting.Report, clients, outages);
        setting.Report.Figure("kills", history.Faults.Count, "kills");
        setting.Report.Figure("orphaned", orphans.Count, "messages");
        setting.Report.Figure("requests", history.Ops.Count, "requests");
        var acknowledged = history.Ops.Where(op => op.Result is Result.Ok).Select(op => op.Key).Distinct().Count();
        setting.Report.Figure("acknowledged", acknowledged, "sign-ups");
        setting.Report.Check(history.ProvesNothing(Contention.Of(history)));
        await evidence.Check(setting.Report, history, sightings, events);
        await Mails(setting.Report, evidence, mails, inDoubt);
        setting.Report.Violations();
    }

    private sealed record Outage(int Survivor, DateTimeOffset From, DateTimeOffset To);

    private static async Task Load(TwoHosts hosts, SignUpClients clients, List<DrillEvent> events, CancellationToken enough)
    {
        var person = -1;
        var planning = new SemaphoreSlim(1);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(client);
            while (!enough.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref person);
                var place = await Place(number / PeoplePerEvent);
                await clients.SignUp(place, client, $"{place.Slug}.{number}@drill.example", mayHangUp: false, random);
                await Task.Delay(random.Next((int)s_think.TotalMilliseconds * 2), CancellationToken.None);
            }
        })));

        async Task<DrillEvent> Place(int index)
        {
            await planning.WaitAsync(CancellationToken.None);
            try
            {
                while (events.Count <= index)
                    events.Add(await hosts.Plan($"day-{events.Count + 1}", Capacity));
                return events[index];
            }
            finally
            {
                planning.Release();
            }
        }
    }

    private static async Task<double> Drain(TwoHosts hosts)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < TimeSpan.FromMinutes(3) && await hosts.Database.Read<long>("select count(*) from messaging.queue") > 0)
            await Task.Delay(100);
        return since.Elapsed.TotalSeconds;
    }

    private static void Errors(Report report, SignUpClients clients, List<Outage> outages)
    {
        var atSurvivors = clients.Attempts.Where(attempt => outages.Exists(outage =>
            outage.Survivor == attempt.Host && attempt.At >= outage.From && attempt.At + attempt.Took <= outage.To)).ToList();
        var share = atSurvivors.Count == 0 ? 0 : 100.0 * atSurvivors.Count(attempt => attempt.Failed) / atSurvivors.Count;
        report.Figure("survivor.requests", atSurvivors.Count, "requests");
        report.Figure("survivor.errors", share, "percent");
        if (atSurvivors.Count == 0) report.Check([new("validity", "The other host was asked nothing while one was down.")]);
        if (share > 1) report.Check([new("R-02", $"The other host failed {share:0.#} % of its requests while one was down.")]);
    }

    private static async Task Mails(Report report, Evidence evidence, MailSink sink, HashSet<string> inDoubt)
    {
        var people = (await evidence.Look()).Keys;
        var reached = sink.Mails.Select(mail => mail.Recipient).ToHashSet(StringComparer.Ordinal);
        report.Figure("mails", sink.Mails.Count, "mails");
        report.Figure("mails.in-doubt", inDoubt.Count, "mails");
        report.Figure("mails.twice", sink.Mails.Count - sink.Mails.Select(mail => mail.MessageId).Distinct().Count(), "mails");
        report.Check(people.Except(reached).Select(person => new Violation("C4", $"{person} got no mail.")));
        report.Check(OnceOnly.Mails(sink.Mails, inDoubt));
    }
}
