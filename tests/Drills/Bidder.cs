using System.Net;
using System.Text.RegularExpressions;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>
/// One exhibitor without JavaScript who wants a stand: chooses, hesitates, confirms or lets the time pass, waits in line, answers offers,
/// changes their mind. Everything that they do is what the forms of the pages offer.
/// </summary>
internal sealed partial class Bidder(TwoHosts hosts, Fairground fair, int number, string link, History history)
{
    // Longer than a hold.
    private static readonly TimeSpan s_forgets = TimeSpan.FromSeconds(65);
    private readonly Random _random = new(number);
    private int _tries;

    /// <summary>Until the drill ends.</summary>
    public async Task Run(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() })
                {
                    BaseAddress = hosts.Address((number + _tries) % 2),
                    Timeout = TimeSpan.FromSeconds(10),
                };
                http.DefaultRequestHeaders.Add("Accept-Language", "en");
                var page = await Get(http, link);
                while (!enough.IsCancellationRequested)
                {
                    await Task.Delay(_random.Next(300, 4000), CancellationToken.None);
                    page = await Next(http, page, enough);
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
            {
                _tries++; // this one is down, or just came back
                await Task.Delay(_random.Next(50, 300), CancellationToken.None);
            }
        }
    }

    private async Task<string> Next(HttpClient http, string mine, CancellationToken enough)
    {
        var luck = _random.Next(100);
        if (Form(mine, "/offers/") is { } offer)
            return await Send(http, mine, offer, "offer", ("go", luck < 80 ? "take" : "decline"));
        if (mine.Contains("/exhibit/booking\"", StringComparison.Ordinal)) return await Decide(http, luck, enough);
        if (CancelLink().Match(mine) is { Success: true } cancel)
        {
            if (luck >= 8) return await Get(http, Mine);
            var asked = await Get(http, cancel.Value);
            return Form(asked, "/cancel") is { } sure ? await Send(http, asked, sure, "cancel") : asked;
        }

        var stand = await Get(http, $"/events/{fair.Slug}/exhibit/stands/{fair.Stands[_random.Next(fair.Stands.Count)]}");
        if (Form(stand, "/hold") is { } hold)
        {
            if (luck < 10) await Task.WhenAll(Send(http, stand, hold, "hold"), Send(http, stand, hold, "hold"));
            else await Send(http, stand, hold, "hold");
        }
        else if (luck < 30 && Form(stand, "/waiting/") is { } wait && !stand.Contains("value=\"leave\"", StringComparison.Ordinal))
        {
            await Send(http, stand, wait, "wait", ("go", "join"));
        }

        return await Get(http, Mine);
    }

    // Seven of ten confirm, most of them with a table; the others give it back, ask for more time, or forget about it.
    private async Task<string> Decide(HttpClient http, int luck, CancellationToken enough)
    {
        var held = await Get(http, $"/events/{fair.Slug}/exhibit/booking");
        if (luck is >= 70 and < 85)
        {
            await Task.WhenAny(Task.Delay(s_forgets, enough));
            return await Get(http, Mine);
        }

        if (luck >= 95 && Form(held, "/booking/extend") is { } extend) return await Send(http, held, extend, "extend");
        if (luck >= 85 && Form(held, "/give-back") is { } back) return await Send(http, held, back, "give-back");
        if (luck < 50 && Form(held, "/booking/extras") is { } extras)
            held = await Send(
                http, held, extras, "extras",
                ($"extra-{fair.Table}", _random.Next(1, 3).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return Form(held, "/booking/confirm") is { } confirm ? await Send(http, held, confirm, "confirm") : await Get(http, Mine);
    }

    private string Mine => $"/events/{fair.Slug}/exhibit/mine";

    private async Task<string> Send(
        HttpClient http, string page, string action, string name, params (string Name, string Value)[] filled)
    {
        var body = page[page.IndexOf($"action=\"{action}\"", StringComparison.Ordinal)..];
        body = body[..body.IndexOf("</form>", StringComparison.Ordinal)];
        var fields = Hidden().Matches(body)
            .ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        foreach (var (key, value) in filled) fields[key] = value;
        var answered = "";
        var op = await history.Record(number, name, $"{number}|{action}", async () =>
        {
            using var answer = await http.PostAsync(action, new FormUrlEncodedContent(fields));
            if ((int)answer.StatusCode >= 500) throw new HttpRequestException($"{answer.StatusCode}");
            answered = await answer.Content.ReadAsStringAsync();
            var end = answer.RequestMessage?.RequestUri?.Query ?? "";
            return (answer.IsSuccessStatusCode ? Result.Ok : Result.Fail, end.TrimStart('?'));
        });
        if (op.Result == Result.Info) throw new HttpRequestException("Nobody answered.");
        return answered.Contains("<main", StringComparison.Ordinal) && op.Result == Result.Ok ? answered : await Get(http, Mine);
    }

    private static async Task<string> Get(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        if ((int)answer.StatusCode >= 500) throw new HttpRequestException($"{answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    private static string? Form(string page, string part) =>
        Action().Matches(page).Select(form => form.Groups[1].Value)
            .FirstOrDefault(action => action.Contains(part, StringComparison.Ordinal));

    [GeneratedRegex("""<form[^>]*\baction="([^"]+)""")]
    private static partial Regex Action();

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""/events/[^"]+/exhibit/bookings/[^"]+/cancel""")]
    private static partial Regex CancelLink();
}
