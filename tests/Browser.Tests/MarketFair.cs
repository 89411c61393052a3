using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>An event forty days ahead with a marketplace of its own: what one test books stands in nobody else's way.</summary>
internal sealed partial class MarketFair
{
    private readonly Installation _installation;
    private readonly Dictionary<string, string> _stands = [];

    private MarketFair(Installation installation, IPage organiser, string slug) =>
        (_installation, Organiser, Slug) = (installation, organiser, slug);

    /// <summary>The organiser's window.</summary>
    public IPage Organiser { get; }

    public string Slug { get; }

    public string Market => $"/events/{Slug}/market";

    public string Exhibit => $"/events/{Slug}/exhibit";

    public string Directory => $"/events/{Slug}/stands";

    /// <summary>An event without stands, as soon as the marketplace has heard of it.</summary>
    public static async Task<MarketFair> Plan(Installation installation, string slug)
    {
        using var http = new HttpClient { BaseAddress = installation.Host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", installation.Host.Demo("organiserToken"));
        var day = new DateTimeOffset(DateTime.UtcNow.Date.AddDays(40), TimeSpan.Zero);
        var answer = await http.PostAsJsonAsync("/api/v1/events", new
        {
            slug,
            name = new { de = "Markt der Ideen", en = "Market of ideas" },
            startsAt = day.AddHours(8),
            endsAt = day.AddHours(16),
            place = "Altes Rathaus",
            publish = true,
            ticketTypes = new[] { new { name = new { de = "Gäste", en = "Guests" }, capacity = 100 } },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var fair = new MarketFair(installation, await installation.Organise("/events"), slug);
        await Forms.Until(
            async () => (await fair.Organiser.Context.APIRequest.GetAsync(fair.Market)).Ok, $"{slug} has no marketplace");
        return fair;
    }

    /// <summary>Rows A, B ... of stands at 250 €, open to everybody.</summary>
    public static async Task<MarketFair> Open(Installation installation, string slug, int rows = 2, int columns = 4)
    {
        var fair = await Plan(installation, slug);
        var (grid, terms) = ($"{fair.Market}/plan/grid", $"{fair.Market}/terms");
        await Forms.Send(fair.Organiser, grid, grid, ("rows", $"{rows}"), ("columns", $"{columns}"), ("price", "250"));
        await Forms.Send(fair.Organiser, terms, terms, ("open", "true"), ("intro.de", "Zeigen Sie, woran Sie arbeiten."));
        return fair;
    }

    public async Task Extra(string name, int stock)
    {
        var extras = $"{Market}/extras";
        await Forms.Send(Organiser, extras, extras, ("name.de", name), ("price", "15"), ("stock", $"{stock}"));
    }

    /// <summary>A zone over the whole floor, to which only this stand belongs; gives its id.</summary>
    public async Task<string> Zone(string name, string mode, string stand)
    {
        var (made, edit) = ($"{Market}/plan/zones/new", $"{Market}/plan/stands/{await Stand(stand)}");
        await Forms.Send(Organiser, made, made, ("name.de", name), ("mode", mode));
        var zone = await Option(edit, name);
        await Forms.Send(Organiser, edit, edit, ("zone", zone));
        return zone;
    }

    /// <summary>A category with one stand below the others: whoever has it has all of its kind.</summary>
    public async Task Single(string category, string stand)
    {
        var (made, drawn) = ($"{Market}/plan/categories/new", $"{Market}/plan/stands/new");
        await Forms.Send(Organiser, made, made, ("name.de", category), ("price", "320"));
        await Forms.Send(
            Organiser, drawn, drawn, ("number", stand), ("x", "3"), ("y", "10,5"), ("category", await Option(drawn, category)));
    }

    /// <summary>So many people of each stand get tickets of this type.</summary>
    public async Task Team(int perStand, string type)
    {
        var terms = $"{Market}/terms";
        await Forms.Send(Organiser, terms, terms, ("team", $"{perStand}"), ("type", await Option(terms, type)));
    }

    public async Task<string> Stand(string number)
    {
        if (_stands.TryGetValue(number, out var known)) return known;
        var page = await (await Organiser.Context.APIRequest.GetAsync($"{Market}/plan")).TextAsync();
        foreach (Match row in Row().Matches(page)) _stands[row.Groups[1].Value] = row.Groups[2].Value;
        return _stands[number];
    }

    /// <summary>The page of one stand, for exhibitors.</summary>
    public async Task<string> Choice(string number) => $"{Exhibit}/stands/{await Stand(number)}";

    /// <summary>A window of somebody who asked for a link and came by it; the page is their own.</summary>
    public async Task<IPage> Exhibitor(string name) => await Enter(await _installation.Visit(Exhibit), name);

    public async Task<IPage> Enter(IPage page, string name)
    {
        var email = $"{Guid.NewGuid():N}@projekt.example";
        await Forms.Send(page, Exhibit, Exhibit, ("organisation", name), ("contact", "Svenja Dirkmann"), ("email", email));
        await page.GotoAsync(await LinkTo(email));
        return page;
    }

    public async Task Hold(IPage exhibitor, string number) =>
        await Forms.Send(exhibitor, await Choice(number), $"{await Choice(number)}/hold");

    public async Task Book(IPage exhibitor, string number)
    {
        await Hold(exhibitor, number);
        await Confirm(exhibitor);
    }

    /// <summary>Says who pays for the stand that is held, and books it.</summary>
    public async Task Confirm(IPage exhibitor)
    {
        var payer = $"{Exhibit}/payer";
        await Forms.Send(exhibitor, payer, payer, ("street", "Robert-Bosch-Str. 7"), ("zip", "64293"), ("city", "Darmstadt"));
        await Forms.Send(exhibitor, $"{Exhibit}/booking", $"{Exhibit}/booking/confirm");
    }

    /// <summary>Opens their own page until it shows the invoice of their stand; gives its number.</summary>
    public async Task<string> Invoiced(IPage exhibitor)
    {
        var number = "";
        await Forms.Until(async () =>
        {
            await exhibitor.GotoAsync($"{Exhibit}/mine");
            number = Number().Match(await exhibitor.Locator("main").InnerTextAsync()).Value;
            return number.Length > 0;
        }, "No invoice was issued.");
        return number;
    }

    public async Task GiveBack(IPage exhibitor)
    {
        await exhibitor.GotoAsync($"{Exhibit}/mine");
        var cancel = await exhibitor.Locator("a[href$='/cancel']").GetAttributeAsync("href");
        await Forms.Send(exhibitor, cancel!, cancel!);
    }

    /// <summary>A window of somebody with a ticket, at their own visits, and the code on their badge.</summary>
    public async Task<(IPage Page, string Code)> Visitor(string language, int width, ColorScheme scheme)
    {
        var (page, code, token) = await Guests.SignUp(_installation, Slug, language, width, scheme);
        // The marketplace hears of a new ticket by message, a moment later.
        await Forms.Until(
            async () => (await page.GotoAsync($"/events/{Slug}/my-visits/with-ticket/{token}"))!.Ok, "The ticket is not known.");
        return (page, code);
    }

    /// <summary>The link in the newest mail to this address.</summary>
    public async Task<string> LinkTo(string email)
    {
        var (http, link) = (Organiser.Context.APIRequest, "");
        await Forms.Until(async () =>
        {
            var list = await (await http.GetAsync("/dev/mail")).TextAsync();
            var mail = Regex.Match(list, $"<a href=\"(/dev/mail/[0-9a-f-]+)\">[^<]*</a>\\s*<span[^>]*>[^<]*{email}");
            if (!mail.Success) return false;
            link = Link().Match(await (await http.GetAsync(mail.Groups[1].Value)).TextAsync()).Value;
            return link.Length > 0;
        }, $"{email} has no mail");
        return link;
    }

    private async Task<string> Option(string path, string text)
    {
        var page = WebUtility.HtmlDecode(await (await Organiser.Context.APIRequest.GetAsync(path)).TextAsync());
        var option = Regex.Match(page, $"<option value=\"([^\"]+)\"[^>]*>{text}<");
        Assert.True(option.Success, $"{path} has no choice {text}");
        return option.Groups[1].Value;
    }

    [GeneratedRegex("<tr id=\"stand-([^\"]+)\" data-row=\"([^\"]+)\"")]
    private static partial Regex Row();

    // Not the booking, which begins with the event and has no hyphen before four digits.
    [GeneratedRegex(@"\b[A-Z]+-\d{4}-\d{4}\b")]
    private static partial Regex Number();

    [GeneratedRegex("/events/[^\"<]+/exhibit/with-link/[^\"<]+")]
    private static partial Regex Link();
}
