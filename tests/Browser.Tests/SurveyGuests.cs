using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>Somebody with a ticket: the secret of its link, the code that is scanned, and where mails go.</summary>
internal sealed record Guest(string Token, string Code, string Email);

/// <summary>Those whom a survey asks. What a test does not look at needs no window, which takes time.</summary>
internal static partial class SurveyGuests
{
    /// <summary>Signs up, with the kind of ticket that has this name or any that is left, and is scanned at the door.</summary>
    public static async Task<Guest> Came(Installation installation, string? ticketType = null, string language = "de")
    {
        using var http = new HttpClient { BaseAddress = installation.Host.Address };
        var plan = await http.GetFromJsonAsync<JsonElement>("/api/v1/events/ogtm17");
        var type = plan.GetProperty("ticketTypes").EnumerateArray().First(one => one.GetProperty("left").GetInt32() > 0
            && (ticketType is null || one.GetProperty("name").GetProperty("de").GetString() == ticketType)).GetProperty("id").GetString();
        var email = $"{Guid.NewGuid():N}@stadt.example";
        var answer = await http.PostAsJsonAsync("/api/v1/events/ogtm17/registrations", new
        {
            ticketType = type,
            language,
            attendees = new[] { new { givenName = "Svenja", familyName = "Dirkmann", email, organisation = "Stadt" } },
        });
        var signedUp = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var code = signedUp.GetProperty("tickets")[0].GetProperty("code").GetString()!;
        var ticket = await http.GetStringAsync(new Uri(signedUp.GetProperty("manageUrl").GetString()!).PathAndQuery);
        http.DefaultRequestHeaders.Authorization = new("Bearer", installation.Host.Demo("scannerToken"));
        var scan = await http.PostAsJsonAsync(
            "/api/v1/events/ogtm17/scans", new { code, gate = "Nord", type = "entry", nonce = Guid.NewGuid() });
        Assert.Equal("ok", (await scan.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result").GetString());
        return new(TokenInLink().Match(ticket).Groups[1].Value, code, email);
    }

    /// <summary>What visitors open, of what organisers open.</summary>
    public static string ForVisitors(string survey) =>
        new Uri(survey).AbsolutePath.Replace("/surveys/", "/survey/", StringComparison.Ordinal);

    /// <summary>Their window, in which the survey asks.</summary>
    public static async Task<IPage> Asked(
        Installation installation, string survey, bool scripts = true, string language = "de", int width = 1280,
        ColorScheme scheme = ColorScheme.Light)
    {
        var guest = await Came(installation, language: language);
        using var http = new HttpClient { BaseAddress = installation.Host.Address };
        await Form(http, survey, guest);
        return await installation.Visit($"{ForVisitors(survey)}/with-ticket/{guest.Token}", language, scripts, width, scheme);
    }

    /// <summary>Answers a survey of one page, as a browser without scripts does: the best step of its first scale.</summary>
    public static async Task Answer(Installation installation, string survey)
    {
        var guest = await Came(installation);
        using var http = new HttpClient { BaseAddress = installation.Host.Address };
        var form = await Form(http, survey, guest);
        var fields = HiddenField().Matches(form)
            .Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value));
        using var typed = new FormUrlEncodedContent(
            [.. fields, new(FirstStep().Match(form).Groups[1].Value, "4"), new("go", "next")]);
        var answer = await http.PostAsync(ForVisitors(survey), typed);
        Assert.EndsWith("/thanks", answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>Until the survey has heard of the scan, a moment later; gives the page that asks.</summary>
    public static async Task<string> Form(HttpClient http, string survey, Guest guest)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            // Who is not known yet is answered by 403 or 404.
            var answer = await http.GetAsync($"{ForVisitors(survey)}/with-ticket/{guest.Token}");
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsStringAsync();
            await Task.Delay(50);
        }

        throw new TimeoutException($"{survey} does not ask {guest.Code}");
    }

    [GeneratedRegex("/with-ticket/([A-Za-z0-9_-]+)\"")]
    private static partial Regex TokenInLink();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<input[^>]*name=\"(q-[0-9a-f]{32})\"[^>]*value=\"4\"")]
    private static partial Regex FirstStep();
}
