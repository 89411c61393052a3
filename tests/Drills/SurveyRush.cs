using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>
/// More people than places answer an anonymous survey at two hosts, some twice at once, while hosts are killed and started again: no
/// answer that was thanked for is lost, none counts twice, and not one more is taken than wished.
/// </summary>
internal static class SurveyRush
{
    public const string ForgetSerial = "forget-serial";
    public const string LoseBallot = "lose-ballot";
    public static readonly string[] Bugs = [ForgetSerial, LoseBallot];

    private const int Clients = 16;

    public static async Task Run(Setting setting)
    {
        var (places, people, during) = setting.Quick
            ? (200, 230, TimeSpan.FromSeconds(20)) : (2_000, 2_200, TimeSpan.FromMinutes(5));
        using var mails = new MailSink(TimeSpan.Zero);
        await using var hosts = await TwoHosts.Start(mails);
        await PlantedBugs.Plant(setting.PlantedBug, hosts.Database);
        var survey = await SurveyOfDrill.Plan(hosts, places, people);
        var begun = DateTimeOffset.UtcNow;
        var kills = 0;
        var rush = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(client);
            for (var person = client; person < people; person += Clients)
            {
                var due = begun + during * ((double)person / people);
                if (due - DateTimeOffset.UtcNow is { Ticks: > 0 } early) await Task.Delay(early);
                await survey.Answer(person, random);
            }
        })));
        while (!rush.IsCompleted)
        {
            await Task.WhenAny(rush, Task.Delay(during / 6));
            if (rush.IsCompleted) break;
            hosts.Kill(kills % 2);
            await hosts.Start(kills++ % 2);
        }

        await rush;
        setting.Report.Figure("took", (DateTimeOffset.UtcNow - begun).TotalSeconds, "s");
        setting.Report.Figure("kills", kills, "kills");
        setting.Report.Figure("requests", survey.Requests, "requests");
        setting.Report.Figure("repeated", survey.Repeated, "requests");
        setting.Report.Figure("thanked", survey.Thanked.Count, "people");
        setting.Report.Figure("turned-away", survey.TurnedAway.Count, "people");
        if (kills == 0 || survey.Repeated == 0)
            setting.Report.Check([new("validity", "No host was killed while somebody answered.")]);
        await Judge(setting.Report, survey, await survey.Close(), places, people);
        setting.Report.Violations();
    }

    private static async Task Judge(Report report, SurveyOfDrill survey, IReadOnlyList<string> words, int places, int people)
    {
        report.Figure("answers", words.Count, "answers");
        var (kept, thanked) = (words.ToHashSet(StringComparer.Ordinal), survey.Thanked.Select(SurveyOfDrill.WordsOf).ToList());
        report.Check(thanked.Where(said => !kept.Contains(said)).Select(said => new Violation("lost", $"{said} was thanked for and is lost.")));
        report.Check(words.GroupBy(said => said).Where(same => same.Count() > 1).Select(same => new Violation("twice", $"{same.Key} counts {same.Count()} times.")));
        if (words.Count != Math.Min(places, people))
            report.Check([new("quota", $"{words.Count} answers for {places} places and {people} people.")]);
        var left = await survey.Hosts.Database.Read<long>("select count(*) from surveys.urn");
        if (left != 0) report.Check([new("urn", $"{left} ballots still wait after the end.")]);
    }
}
