using System.Net;

namespace EventOps.Barcamp.Tests.Starring;

public sealed class StarTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task A_budget_holds_under_twenty_posts_at_once()
    {
        var camp = await host.Plan(starsEach: 3);
        var (browser, _) = await camp.Participant();
        var ids = new List<Guid>();
        for (var number = 0; number < 20; number++) ids.Add(await camp.Propose(browser, $"Idee Nummer {number}"));
        var page = await browser.Open($"{camp.Url}/proposals");
        var answers = await Task.WhenAll(
            ids.Select(id => browser.Send(page, $"{camp.Url}/board/stars", ("give", id.ToString()))));
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(17, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(3, await host.Database.Read<long>($"select count(*) from barcamp.stars where event_id = '{camp.Id}'"));
    }

    [Fact]
    public async Task The_own_plan_shows_what_is_noted_with_its_clashes_and_leads_to_a_calendar()
    {
        var camp = await host.Plan();
        var ((one, a), (two, b), (reader, _)) = (await camp.Participant(), await camp.Participant(), await camp.Participant());
        var (first, second) = (await camp.Propose(one, "Offene Daten"), await camp.Propose(
            two, "Bürgerhaushalt", "Emeka Oberacker"));
        await camp.Place(first, 0, 1, a);
        await camp.Place(second, 1, 1, b);
        await camp.Star(reader, first);
        await camp.Star(reader, second);
        await Task.Delay(400);
        var agenda = await reader.Open($"{camp.Url}/board/agenda");
        Assert.Contains("Zur gleichen Zeit wie „Bürgerhaushalt“", agenda.Text, StringComparison.Ordinal);
        using var calendar = host.As();
        var file = await calendar.Open(agenda.Html.QuerySelector("a[href$='.ics']")!.GetAttribute("href")!);
        Assert.Contains("SUMMARY:Offene Daten", file.Source, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound, (await calendar.Open($"{camp.Url}/board/agenda/{Guid.NewGuid():N}-wrong.ics")).Status);
    }

    [Fact]
    public async Task What_has_no_place_yet_stands_in_the_own_plan_too()
    {
        var camp = await host.Plan();
        var ((one, _), (reader, _)) = (await camp.Participant(), await camp.Participant());
        var idea = await camp.Propose(one, "Wer macht mit bei Wikidata?");
        await camp.Star(reader, idea);
        await Task.Delay(400);
        var agenda = await reader.Open($"{camp.Url}/board/agenda");
        Assert.Contains("Wer macht mit bei Wikidata?", agenda.Text, StringComparison.Ordinal);
        Assert.Contains("Noch ohne Platz im Plan", agenda.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_link_ends_with_its_ticket()
    {
        var camp = await host.Plan();
        var (reader, ticket) = await camp.Participant();
        var link = (await reader.Open($"{camp.Url}/board/agenda")).Html.QuerySelector("a[href$='.ics']")!.GetAttribute("href")!;
        using var calendar = host.As();
        Assert.Equal(HttpStatusCode.OK, (await calendar.Open(link)).Status);
        await host.Database.Execute($"update barcamp.participants set valid = false where ticket_id = '{ticket}'");
        Assert.Equal(HttpStatusCode.NotFound, (await calendar.Open(link)).Status);
    }

    [Fact]
    public async Task Without_a_ticket_nobody_stars()
    {
        var camp = await host.Plan();
        using var anyone = host.As();
        using var nothing = new FormUrlEncodedContent([]);
        Assert.NotEqual(HttpStatusCode.SeeOther, (await anyone.Http.PostAsync($"{camp.Url}/board/stars", nothing)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await anyone.Open($"{camp.Url}/board/agenda")).Status);
    }

    [Fact]
    public async Task A_screen_opens_by_its_secret_link_alone()
    {
        var camp = await host.Plan();
        using var anyone = host.As();
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Open($"{camp.Url}/board/screen/guess")).Status);
    }
}
