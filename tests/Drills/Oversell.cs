using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>2,000 people want 100 places at two hosts at once, hang up and send again: 100 get one, nobody twice .</summary>
internal static class Oversell
{
    public static readonly string[] Bugs = [PlantedBugs.SkipLock, PlantedBugs.DropIdempotency];

    private const int Clients = 64;
    private const int Capacity = 100;
    private const int People = 2_000;
    private const int FewPeople = 40;
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(2);

    public static async Task Run(Setting setting)
    {
        using var mails = new MailSink(TimeSpan.Zero);
        await using var hosts = await TwoHosts.Start(mails);
        await PlantedBugs.Plant(setting.PlantedBug, hosts.Database);
        var (history, evidence) = (new History(), new Evidence(hosts));
        using var clients = new SignUpClients(hosts, history, setting.PlantedBug);
        var (events, sightings) = (new List<DrillEvent>(), new List<Sighting>());
        // Both hosts have served people before the storm comes: what is measured is the storm, not their first minute.
        var calm = await hosts.Plan("calm", Capacity);
        for (var person = 0; person < FewPeople; person++)
            await clients.SignUp(calm, 0, $"calm.{person}@drill.example", mayHangUp: false, new Random(person));
        var begun = DateTimeOffset.UtcNow;
        for (var round = 1; round <= (setting.Quick ? 1 : 20); round++)
        {
            var place = await hosts.Plan($"storm-{round}", Capacity);
            events.Add(place);
            var storm = Storm(clients, place);
            while (!storm.IsCompleted)
            {
                sightings.Add(await evidence.Look());
                await Task.WhenAny(storm, Task.Delay(100));
            }

            await storm;
        }

        var answered = clients.Attempts.Where(attempt => !attempt.Failed && attempt.At >= begun)
            .Select(attempt => attempt.Took).Order().ToList();
        var p99 = answered.Count == 0 ? TimeSpan.MaxValue : answered[answered.Count * 99 / 100];
        setting.Report.Figure("requests", history.Ops.Count, "requests");
        setting.Report.Figure("hung-up", history.Faults.Count, "requests");
        setting.Report.Figure("contended", Contention.Of(history), "requests");
        setting.Report.Figure("p99", p99.TotalMilliseconds, "ms");
        if (p99 > s_longestWait) setting.Report.Check([new("R-01", $"1 % waited longer than {s_longestWait.TotalSeconds} s.")]);
        foreach (var place in events)
        {
            var confirmed = (await evidence.Names($"""
                select a.attendee_id::text from registration.attendees a join registration.events e on e.event_id = a.event_id
                where e.slug = '{place.Slug}' and a.status = 'expected'
                """)).Count;
            setting.Report.Figure($"{place.Slug}.confirmed", confirmed, "places");
            if (confirmed != Capacity)
                setting.Report.Check([new("R-01", $"{place.Slug}: {confirmed} of {Capacity} places are given.")]);
        }

        setting.Report.Check(history.ProvesNothing(Contention.Of(history)));
        await evidence.Check(setting.Report, history, sightings, [calm, .. events]);
        setting.Report.Violations();
    }

    private static Task Storm(SignUpClients clients, DrillEvent place) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random((place.Slug.Length * 1000) + client);
            for (var person = client; person < People; person += Clients)
                await clients.SignUp(place, client, $"{place.Slug}.{person}@drill.example", mayHangUp: true, random);
        })));
}
