using System.Diagnostics;
using System.Net.Http.Headers;
using EventOps.Bench.Http;
using EventOps.Bench.Measuring;
using EventOps.Bench.References;

namespace EventOps.Bench;

/// <summary>
/// From the scan's HTTP request to the verdict, each badge for the first time, through the real host: as fast as 16 and 64
/// scanners can, and at a calm 100 scans a second. The reference is <see cref="Floor"/>.
/// </summary>
public static class CheckIn
{
    private const string Slug = "entry";
    private const int PerSecond = 100;

    public static async Task Run(Setting setting)
    {
        await using var floor = await Floor.Create(setting);
        await using var host = await BenchHost.Start(setting);
        var part = setting.Quick ? 200 : 2_500;
        var calm = setting.Quick ? 100 : 1_000;
        var badges = new Queue<string>(await Badges(host, setting, (part * 2 * (setting.Rounds + 1)) + calm));
        var (green, references) = (0, new List<double>());
        var ours = new Dictionary<int, List<Load>> { [16] = [], [64] = [] };

        Scan(16, part);
        Scan(64, part);
        for (var round = 0; round < setting.Rounds; round++)
        {
            host.Process.Pause();
            references.Add(await floor.Rate(16, setting.Run));
            host.Process.Continue();
            foreach (var (scanners, runs) in ours)
                runs.Add(Scan(scanners, part));
        }

        var paced = await Paced(host, [.. Take(calm)]);
        green += calm;
        var stored = await host.Database.Read<long>("select count(*) from registration.scans where result = 'ok'");
        if (stored != green)
            throw new CannotMeasure($"{green} scans were green, {stored} are stored.");
        setting.Figures.Print("floor.16.rate", references.Median(), "per_second");
        foreach (var (scanners, runs) in ours)
        {
            var ratio = Load.MedianRate(runs) / references.Median();
            setting.Figures.Print($"{scanners}.rate", Load.MedianRate(runs), "per_second");
            setting.Figures.Print($"{scanners}.p99", Load.Percentile(runs, 0.99), "ms");
            if (scanners == 64) setting.Figures.AtLeast("64.ratio", ratio, 0.5, "x");
            else setting.Figures.Print($"{scanners}.ratio", ratio, "x");
        }

        setting.Figures.Print("calm.p50", paced.Percentile(0.5), "ms");
        setting.Figures.AtMost("calm.p99", paced.Percentile(0.99), 25, "ms");

        IEnumerable<string> Take(int count) => Enumerable.Range(0, count).Select(_ => badges.Dequeue());

        Load Scan(int scanners, int count)
        {
            var scans = Take(count).Select(code => host.Post($"/api/v1/events/{Slug}/scans", Body(code),
                $"Authorization: Bearer {host.Token}\r\n")).ToArray();
            return Burst.Run(host.Address, scanners, count, number => scans[number], (_, answer) =>
            {
                if (answer.Between("\"result\":\""u8, "\""u8) != "ok")
                    throw new CannotMeasure($"A badge was answered with {answer.Text}");
                green++;
            });
        }
    }

    /// <summary>Signs people up and keeps their codes. Their mails are thrown away: they would slow down what is measured.</summary>
    private static async Task<string[]> Badges(BenchHost host, Setting setting, int count)
    {
        var type = await host.PlanEvent(Slug, count);
        var codes = new string[count];
        Setting.Say($"{count} people sign up ...");
        Burst.Run(host.Address, 64, count,
            number => host.Post($"/api/v1/events/{Slug}/registrations", $$"""
                {"ticketType":"{{type}}","language":"de","attendees":[{"givenName":"Mara","familyName":"Muster {{number}}",
                "email":"mara.{{number}}@bench.example","organisation":"Stadt Musterhausen"}]}
                """),
            (number, answer) => codes[number] = answer.Between("\"code\":\""u8, "\""u8)
                ?? throw new CannotMeasure($"A sign-up was answered with {answer.Text}"));
        await host.Database.Execute("truncate messaging.queue");
        await Task.Delay(setting.WarmUp);
        return codes;
    }

    /// <summary>One scan every 10 ms, whether or not the one before is answered.</summary>
    private static async Task<Load> Paced(BenchHost host, IReadOnlyList<string> codes)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        var scans = new List<Task<double>>();
        foreach (var code in codes)
        {
            await clock.WaitForNextTickAsync();
            scans.Add(Task.Run(() => Scan(http, code)));
        }

        var latencies = await Task.WhenAll(scans);
        Array.Sort(latencies);
        return new(TimeSpan.Zero, latencies);
    }

    private static async Task<double> Scan(HttpClient http, string code)
    {
        var asked = Stopwatch.GetTimestamp();
        using var body = new StringContent(Body(code), MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await http.PostAsync(new Uri($"/api/v1/events/{Slug}/scans", UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        if (!text.Contains("\"result\":\"ok\"", StringComparison.Ordinal))
            throw new CannotMeasure($"A badge was answered with {text}");
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    }

    private static string Body(string code) =>
        $$"""{"code":"{{code}}","list":null,"gate":"Nord","type":"entry","at":null,"nonce":"{{Guid.NewGuid()}}"}""";
}
