using System.Diagnostics;
using System.Text;
using EventOps.Bench.Http;
using EventOps.Bench.Measuring;

namespace EventOps.Bench;

/// <summary>
/// How pages and scans grow with one event: 1,000, 10,000, 100,000 attendees, signed up one by one through the JSON API. One
/// person asks at a time, and rarely enough that no count is remembered from the page before.
/// </summary>
public static class Growth
{
    private const string Slug = "growth";
    private const int WarmUps = 40; // else the compiler would make the first size look slow
    private static readonly TimeSpan s_countsAreForgotten = TimeSpan.FromMilliseconds(520);
    private static readonly string[] s_syllables =
        ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "wo", "zu", "bra", "kle", "tri", "sto", "pfu"];

    public static async Task Run(Setting setting)
    {
        await using var host = await BenchHost.Start(setting);
        var type = await host.PlanEvent(Slug, 1_000_000);
        using var organiser = await Organiser.SignIn(host);
        var (people, codes) = (0, new List<string>());
        var first = new Dictionary<string, double>();
        foreach (var size in setting.Quick ? new[] { 200, 500, 1_000 } : [1_000, 10_000, 100_000])
        {
            await SignUp(host, type, people, size, codes);
            people = size;
            var medians = await Measure(host, organiser, setting.Quick ? 5 : 25, people, codes);
            if (first.Count == 0) first = medians;
            foreach (var (what, median) in medians)
                setting.Figures.Print($"{size}.{what}", median, "ms");
            if (first == medians) continue;
            foreach (var (what, median) in medians)
                setting.Figures.Print($"{size}.{what}.ratio", median / first[what], "x");
            setting.Figures.AtMost($"{size}.ratio", medians.Max(median => median.Value / first[median.Key]), 1.5, "x");
        }
    }

    /// <summary>The latency of each page and of a scan: the median of all rounds.</summary>
    private static async Task<Dictionary<string, double>> Measure(
        BenchHost host, Organiser organiser, int rounds, int people, List<string> codes)
    {
        var taken = new Dictionary<string, List<double>>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var someone = Name((round + WarmUps) * people / (rounds + WarmUps));
            if (round >= 0) await Task.Delay(s_countsAreForgotten);
            await Take("list", () => organiser.Open($"/events/{Slug}/attendees"));
            await Take("search", async () =>
            {
                if (!(await organiser.Open($"/events/{Slug}/attendees?q={someone}")).Contains(someone, StringComparison.Ordinal))
                    throw new CannotMeasure($"{someone} was not found.");
            });
            if (round >= 0) await Task.Delay(s_countsAreForgotten);
            await Take("overview", () => organiser.Open($"/events/{Slug}/overview"));
            await Take("event", () => organiser.Open($"/events/{Slug}"));
            await Take("scan", () => Scan(host, codes));

            async Task Take(string what, Func<Task> ask)
            {
                var asked = Stopwatch.GetTimestamp();
                await ask();
                if (round < 0) return;
                if (!taken.TryGetValue(what, out var times)) taken.Add(what, times = []);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }

        return taken.ToDictionary(times => times.Key, times => times.Value.Median());
    }

    /// <summary>Until there are <paramref name="upTo"/>; then what the database and the host do in the minute after a rush is done.</summary>
    private static async Task SignUp(BenchHost host, string type, int from, int upTo, List<string> codes)
    {
        Setting.Say($"{upTo - from} people sign up ...");
        codes.Clear();
        Burst.Run(host.Address, 64, upTo - from,
            number => host.Post($"/api/v1/events/{Slug}/registrations", $$"""
                {"ticketType":"{{type}}","language":"de","attendees":[{"givenName":"Mara","familyName":"{{Name(from + number)}}",
                "email":"{{Name(from + number)}}@bench.example","organisation":"Stadt Beispiel {{number % 50}}"}]}
                """),
            (_, answer) => codes.Add(answer.Between("\"code\":\""u8, "\""u8)
                ?? throw new CannotMeasure($"A sign-up was answered with {answer.Text}")));
        await host.Database.Execute("truncate messaging.queue"); // the mails
        await host.Database.Execute("vacuum (analyze) registration.attendees, registration.personal");
        var listed = await host.Database.Read<long>($"""
            select count(*) from registration.attendees a join registration.events e using (event_id) where e.slug = '{Slug}'
            """);
        if (listed != upTo) throw new CannotMeasure($"{upTo} people have signed up, {listed} are listed.");
        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    private static Task Scan(BenchHost host, List<string> codes)
    {
        var code = codes[^1];
        codes.RemoveAt(codes.Count - 1);
        var scan = host.Post($"/api/v1/events/{Slug}/scans",
            $$"""{"code":"{{code}}","list":null,"gate":"Nord","type":"entry","at":null,"nonce":"{{Guid.NewGuid()}}"}""",
            $"Authorization: Bearer {host.Token}\r\n");
        Burst.Run(host.Address, 1, 1, _ => scan, (_, answer) =>
        {
            if (answer.Between("\"result\":\""u8, "\""u8) != "ok")
                throw new CannotMeasure($"A badge was answered with {answer.Text}");
        });
        return Task.CompletedTask;
    }

    /// <summary>A family name for each number, such as <c>Gobrawo</c>: no two people share one.</summary>
    private static string Name(int number)
    {
        var name = new StringBuilder("Mu");
        for (var (rest, left) = (number, 4); left > 0; (rest, left) = (rest / s_syllables.Length, left - 1))
            name.Append(s_syllables[rest % s_syllables.Length]);
        return name.ToString();
    }
}
