using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>People of a barcamp, each in a window of their own, and what every page must hold for them.</summary>
internal static class Guests
{
    // What passes is not described, which saves most of the time.
    private static readonly AxeRunOptions s_violations = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>axe finds nothing, nothing scrolls sideways, and no text is missing, which would show as its key.</summary>
    public static async Task Clean(IPage page, int width)
    {
        Assert.DoesNotMatch(@"\bnav\.", await page.Locator("body").InnerTextAsync());
        // Called old because it sees no frames, which we have none of; the new way opens a window each time and takes twice as long.
#pragma warning disable CS0618
        var found = (await page.Locator("html").RunAxeLegacy(s_violations)).Violations;
#pragma warning restore CS0618
        Assert.True(found.Length == 0, $"{page.Url} {width}: " + string.Join(
            "; ", found.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(node => node.Html))}")));
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{page.Url} scrolls sideways at {width}");
    }

    /// <summary>Every one of these pages is clean.</summary>
    public static async Task Look(IPage page, int width, params string[] paths)
    {
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await Clean(page, width);
        }
    }

    /// <summary>Sends a form that lacks something; the page that says so is clean.</summary>
    public static async Task Wrong(IPage page, string button, int width)
    {
        await page.Locator(button).First.ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        await Clean(page, width);
    }

    /// <summary>Signs up, and follows the ticket's link to the barcamp.</summary>
    public static async Task<IPage> Participant(
        Installation installation, string language = "de", int width = 1280, ColorScheme scheme = ColorScheme.Light,
        bool scripts = true)
    {
        var (page, _, token) = await SignUp(installation, "ogtm17", language, width, scheme, scripts);
        // The barcamp hears of a new ticket by message, a moment later.
        for (var tries = 0; tries < 100 && !page.Url.EndsWith("/board", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(50);
            await page.GotoAsync($"/events/ogtm17/board/with-ticket/{token}");
        }

        return page;
    }

    /// <summary>Signs up; the page is the ticket's. Gives the code that is scanned, and the secret by which modules know the holder.</summary>
    public static async Task<(IPage Page, string Code, string Token)> SignUp(
        Installation installation, string slug, string language = "de", int width = 1280, ColorScheme scheme = ColorScheme.Light,
        bool scripts = true)
    {
        using var http = new HttpClient { BaseAddress = installation.Host.Address };
        var plan = await http.GetFromJsonAsync<JsonElement>($"/api/v1/events/{slug}");
        var type = plan.GetProperty("ticketTypes").EnumerateArray().First(one => one.GetProperty("left").GetInt32() > 0)
            .GetProperty("id").GetString();
        var answer = await http.PostAsJsonAsync($"/api/v1/events/{slug}/registrations", new
        {
            ticketType = type,
            language,
            attendees = new[] { new { givenName = "Svenja", familyName = "Dirkmann", email = $"{Guid.NewGuid():N}@stadt.example", organisation = "Stadt" } },
        });
        var signedUp = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var manage = new Uri(signedUp.GetProperty("manageUrl").GetString()!).PathAndQuery;
        var page = await installation.Visit(manage, language, scripts, width, scheme);
        var link = await page.Locator("a[href*='/with-ticket/']").First.GetAttributeAsync("href");
        return (page, signedUp.GetProperty("tickets")[0].GetProperty("code").GetString()!, link!.Split('/')[^1]);
    }

    /// <summary>Proposes a session; the page then is the proposal's.</summary>
    public static async Task Propose(IPage page, string title, string name)
    {
        await page.GotoAsync("/events/ogtm17/proposals/new");
        await page.Locator("input[name=title]").FillAsync(title);
        await page.Locator("input[name=name]").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vorschlagen" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/proposals/[0-9a-f-]{36}$"));
    }
}
