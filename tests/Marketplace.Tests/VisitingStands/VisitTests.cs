using System.Net;
using EventOps.Contracts;
using EventOps.Marketplace.VisitingStands;
using EventOps.Registration.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Tests.VisitingStands;

public sealed class VisitTests : IClassFixture<PeopleHost>
{
    private readonly PeopleHost _host;

    public VisitTests(PeopleHost host)
    {
        _host = host;
        host.Clock.Now = new(2026, 11, 23, 10, 20, 0, TimeSpan.Zero);
    }

    [Fact]
    public async Task A_visitor_counts_once_at_each_stand_in_the_hour_and_nothing_names_them()
    {
        var fair = await _host.Fair();
        await _host.Trade(fair, "Stadtwerke", "A1", "A2");
        var (ticket, _, browser) = await _host.Visitor(fair);
        for (var time = 0; time < 2; time++) await Count(fair, "A1", browser);
        await Count(fair, "A2", browser);
        var visits = await Visits(fair);
        Assert.Equal(
            new HashSet<(Guid, long)> { (fair["A1"].Id, 1L), (fair["A2"].Id, 1L) },
            visits.Select(visit => (visit.StandId, visit.Visits)).ToHashSet());
        Assert.Equal(2, visits.Count);
        Assert.All(visits, visit => Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), visit.Hour));
        // The same visitor looks different at each stand, and like a ticket nowhere.
        Assert.Equal(2, await _host.Database.Read<long>(
            $"select count(distinct visitor) from marketplace.visits where event_id = '{fair.Id}'"));
        Assert.Equal(0, await _host.Database.Read<long>(
            $"select count(*) from marketplace.visits where encode(visitor, 'hex') like '%{ticket:N}%'"));
    }

    [Fact]
    public async Task Looking_at_the_page_counts_nobody_and_without_a_ticket_there_is_no_button()
    {
        var fair = await _host.Fair();
        await _host.Trade(fair, "Stadtwerke", "A1");
        var page = await _host.As().Open($"{fair.Url}/stands/A1/visit");
        Assert.Contains("Ticket", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Html.Forms, form => form.GetAttribute("action")!.EndsWith("/visit", StringComparison.Ordinal));
        var (_, _, browser) = await _host.Visitor(fair);
        await browser.Open($"{fair.Url}/stands/A1/visit");
        Assert.Empty(await Visits(fair));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{fair.Url}/stands/A3/visit")).Status);
    }

    [Fact]
    public async Task Who_takes_the_visit_back_is_not_counted_and_can_be_again()
    {
        var fair = await _host.Fair();
        await _host.Trade(fair, "Stadtwerke", "A1");
        var (_, _, browser) = await _host.Visitor(fair);
        await Count(fair, "A1", browser);
        var page = await browser.Open($"{fair.Url}/my-visits");
        Assert.Contains("Stand A1", page.Text, StringComparison.Ordinal);
        await browser.Send(page, $"{fair.Url}/my-visits/visits/{fair["A1"].Id}/removal");
        Assert.Empty(await Visits(fair));
        await Count(fair, "A1", browser);
        Assert.Single(await Visits(fair));
    }

    [Fact]
    public async Task When_the_event_has_ended_only_sums_are_left_and_the_key_is_gone()
    {
        var fair = await _host.Fair();
        await _host.Trade(fair, "Stadtwerke", "A1");
        foreach (var _ in Enumerable.Range(0, 3)) await Count(fair, "A1", (await _host.Visitor(fair)).Browser);
        // An end that was moved is no end.
        await _host.Hear(new EventEnded(fair.Id, _host.Clock.Now.AddMinutes(-5)));
        Assert.Equal(3, await _host.Database.Read<long>($"select count(*) from marketplace.visits where event_id = '{fair.Id}'"));
        var (_, _, late) = await _host.Visitor(fair);
        var page = await late.Open($"{fair.Url}/stands/A1/visit");
        _host.Clock.Now = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);
        await late.Send(page, $"{fair.Url}/stands/A1/visit");
        await _host.Hear(new EventEnded(fair.Id, _host.Clock.Now));
        await _host.Hear(new EventEnded(fair.Id, _host.Clock.Now));
        Assert.Equal(0, await _host.Database.Read<long>($"select count(*) from marketplace.visits where event_id = '{fair.Id}'"));
        Assert.Equal(0, await _host.Database.Read<long>(
            $"select count(*) from marketplace.visit_keys where event_id = '{fair.Id}'"));
        Assert.Equal(3, Assert.Single(await Visits(fair)).Visits);
    }

    [Fact]
    public async Task A_ticket_that_was_given_back_and_one_of_another_event_count_nowhere()
    {
        var (fair, other) = (await _host.Fair(), await _host.Fair());
        await _host.Trade(fair, "Stadtwerke", "A1");
        var (ticket, _, browser) = await _host.Visitor(fair);
        var page = await browser.Open($"{fair.Url}/stands/A1/visit");
        await _host.Hear(new TicketsChanged(fair.Id, [new(ticket, Guid.NewGuid(), "AAAA", false, false, null)]));
        await browser.Send(page, $"{fair.Url}/stands/A1/visit");
        var (_, _, elsewhere) = await _host.Visitor(other);
        page = await elsewhere.Open($"{fair.Url}/stands/A1/visit");
        Assert.Contains("Bitte kommen Sie mit Ihrem Ticket", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Visits(fair));
    }

    [Fact]
    public async Task A_made_up_token_opens_nothing()
    {
        var fair = await _host.Fair();
        var page = await _host.As().Open($"{fair.Url}/my-visits/with-ticket/{new string('A', 54)}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Erasing_a_person_erases_their_visits()
    {
        var fair = await _host.Fair();
        await _host.Trade(fair, "Stadtwerke", "A1");
        var ((one, _, first), (_, _, second)) = (await _host.Visitor(fair), await _host.Visitor(fair));
        await Count(fair, "A1", first);
        await Count(fair, "A1", second);
        await _host.Hear(new PersonsErased(fair.Id, [one]));
        Assert.Equal(1, Assert.Single(await Visits(fair)).Visits);
    }

    private static async Task Count(Fair fair, string number, Browser browser)
    {
        var page = await browser.Open($"{fair.Url}/stands/{number}/visit");
        if (page.Html.Forms.Any(form => form.GetAttribute("action")!.EndsWith("/visit", StringComparison.Ordinal)))
            page = await browser.Send(page, $"{fair.Url}/stands/{number}/visit");
        Assert.Contains("Ihr Besuch ist gezählt", page.Text, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<(Guid StandId, DateTimeOffset Hour, long Visits)>> Visits(Fair fair) =>
        _host.Services.GetRequiredService<Visits>().Of(fair.Id, default);
}
