using System.Net;
using System.Text.RegularExpressions;
using EventOps.Bench.Measuring;

namespace EventOps.Bench.Http;

/// <summary>The browser of the first organiser: opens the link that the host printed, and keeps its cookies.</summary>
public sealed partial class Organiser : IDisposable
{
    private readonly HttpClient _http;

    private Organiser(Uri host) => _http = new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = host };

    public static async Task<Organiser> SignIn(BenchHost host)
    {
        var link = host.Process.Said.Select(line => Link().Match(line)).FirstOrDefault(match => match.Success)?.Value
            ?? throw new CannotMeasure("The host printed no link for the first organiser.");
        var organiser = new Organiser(host.Address);
        var form = await organiser.Open(link);
        using var body = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(AntiforgeryToken().Match(form).Groups[1].Value),
            ["t"] = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..],
            ["name"] = "Rosa Huber",
            ["mail"] = "rosa.huber@bench.example",
            ["password"] = "Vier Pferde lesen laut",
        });
        using var answer = await organiser._http.PostAsync(new Uri("/welcome", UriKind.Relative), body);
        return answer.IsSuccessStatusCode ? organiser : throw new CannotMeasure($"Nobody could sign in: {answer.StatusCode}");
    }

    /// <summary>The whole page.</summary>
    public async Task<string> Open(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK && answer.RequestMessage!.RequestUri!.PathAndQuery == path
            ? text
            : throw new CannotMeasure($"{path} was answered with {answer.StatusCode}.");
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("/welcome\\?t=\\S+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
