using System.Net;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Interest;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp.Tests.Proposing;

public sealed class ProposalTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_proposal()
    {
        var camp = await host.Plan();
        var (browser, _) = await camp.Participant();
        var form = await browser.Open($"{camp.Url}/proposals/new");
        (string, string?)[] typed = [("title", "Leichte Sprache in 45 Minuten"), ("name", "Aylin Yüksel-Maier"), ("then", "submit")];
        var first = await browser.Send(form, $"{camp.Url}/proposals/new", typed);
        var second = await browser.Send(form, $"{camp.Url}/proposals/new", typed);
        Assert.Equal(first.Url, second.Url);
        Assert.Equal(1, await host.Database.Read<long>($"select count(*) from barcamp.proposals where event_id = '{camp.Id}'"));
    }

    [Fact]
    public async Task A_merge_unites_the_stars_as_a_set_of_people_and_parting_restores_them()
    {
        var camp = await host.Plan();
        var ((one, a), (two, b)) = (await camp.Participant(), await camp.Participant());
        Assert.NotEqual(a, b);
        var (part, whole) = (await camp.Propose(one, "Was kostet ein Schlagloch?"), await camp.Propose(
            two, "Löcher in der Straße", "Jonas Wetterstein"));
        var ((both, _), (onlyPart, _)) = (await camp.Participant(), await camp.Participant());
        await camp.Star(both, part);
        await camp.Star(both, whole);
        await camp.Star(onlyPart, part);
        Assert.Equal((2, 1), (await People(camp, part), await People(camp, whole)));

        await one.Send(
            await one.Open($"{camp.Url}/proposals/{part}"), $"{camp.Url}/proposals/{part}/offers", ("into", whole.ToString()));
        var asked = await two.Open($"{camp.Url}/proposals/{whole}");
        Assert.Contains("„Was kostet ein Schlagloch?“", asked.Text, StringComparison.Ordinal);
        var united = await two.Send(asked, $"{camp.Url}/proposals/{whole}/parts/{part}");
        Assert.Contains("Jonas Wetterstein, Leonie Brandhofer", united.Text, StringComparison.Ordinal);
        Assert.Equal((0, 2), (await People(camp, part), await People(camp, whole)));
        Assert.EndsWith(
            $"/proposals/{whole}", (await host.As().Open($"{camp.Url}/proposals/{part}")).Url, StringComparison.Ordinal);

        await one.Send(await one.Open($"{camp.Url}/proposals/{whole}"), $"{camp.Url}/proposals/{whole}/parts/{part}/release");
        Assert.Equal((2, 1), (await People(camp, part), await People(camp, whole)));
        Assert.EndsWith(
            $"/proposals/{part}", (await host.As().Open($"{camp.Url}/proposals/{part}")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_that_would_put_a_host_into_two_rooms_at_once_is_refused_and_changes_nothing()
    {
        var camp = await host.Plan();
        var ((one, a), (two, b)) = (await camp.Participant(), await camp.Participant());
        var (busy, part) = (await camp.Propose(one, "Solarkataster für alle"), await camp.Propose(one, "Dächer zählen"));
        var whole = await camp.Propose(two, "Energie vom Dach", "Korbinian Stadlhuber");
        await camp.Place(busy, 0, 1, a);
        await camp.Place(whole, 1, 1, b);

        await one.Send(
            await one.Open($"{camp.Url}/proposals/{part}"), $"{camp.Url}/proposals/{part}/offers", ("into", whole.ToString()));
        var refused = await two.Send(
            await two.Open($"{camp.Url}/proposals/{whole}"), $"{camp.Url}/proposals/{whole}/parts/{part}");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([b], (await camp.Now()).Sessions[whole].Hosts);
        Assert.EndsWith(
            $"/proposals/{part}", (await host.As().Open($"{camp.Url}/proposals/{part}")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_session_leaves_its_cell_and_its_hosts_host_the_whole_on_the_board_too()
    {
        var camp = await host.Plan();
        var ((one, a), (two, b)) = (await camp.Participant(), await camp.Participant());
        var (part, whole) = (await camp.Propose(one, "Haltestellendaten zum Anfassen"), await camp.Propose(
            two, "Busse live", "Malik Oberndorfer"));
        await camp.Place(part, 0, 2, a);
        await camp.Place(whole, 1, 2, b);
        await one.Send(
            await one.Open($"{camp.Url}/proposals/{part}"), $"{camp.Url}/proposals/{part}/offers", ("into", whole.ToString()));
        await two.Send(await two.Open($"{camp.Url}/proposals/{whole}"), $"{camp.Url}/proposals/{whole}/parts/{part}");
        var board = await camp.Now();
        Assert.Equal(SessionState.Parked, board.Sessions[part].State);
        Assert.Equal([b, a], board.Sessions[whole].Hosts);

        await two.Send(await two.Open($"{camp.Url}/proposals/{whole}"), $"{camp.Url}/proposals/{whole}/parts/{part}/release");
        board = await camp.Now();
        Assert.Equal(
            (SessionState.Placed, new Cell(camp.Rooms[0].Id, camp.Slots[2].Id)),
            (board.Sessions[part].State, board.Sessions[part].Cell));
        Assert.Equal([b], board.Sessions[whole].Hosts);
    }

    [Fact]
    public async Task Whose_place_is_taken_when_they_part_is_told_that_it_waits()
    {
        var camp = await host.Plan();
        var ((one, a), (two, b), (three, c)) = (await camp.Participant(), await camp.Participant(), await camp.Participant());
        var (part, whole) = (await camp.Propose(one, "Fahrpläne lesen"), await camp.Propose(
            two, "Busse live", "Malik Oberndorfer"));
        var other = await camp.Propose(three, "Kaffee", "Emeka Oberacker");
        await camp.Place(part, 0, 0, a);
        await camp.Place(whole, 1, 1, b);
        await one.Send(
            await one.Open($"{camp.Url}/proposals/{part}"), $"{camp.Url}/proposals/{part}/offers", ("into", whole.ToString()));
        await two.Send(await two.Open($"{camp.Url}/proposals/{whole}"), $"{camp.Url}/proposals/{whole}/parts/{part}");
        await camp.Place(other, 0, 0, c);
        await two.Send(await two.Open($"{camp.Url}/proposals/{whole}"), $"{camp.Url}/proposals/{whole}/parts/{part}/release");
        await Task.Delay(400);
        Assert.Contains(
            "„Fahrpläne lesen“ wartet auf einen neuen Platz.", (await one.Open($"{camp.Url}/proposals/{part}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_proposal_is_gone_everywhere_within_five_seconds_and_comes_back()
    {
        var camp = await host.Plan();
        var (browser, ticket) = await camp.Participant();
        var id = await camp.Propose(browser, "Geheimer Werbeblock");
        await camp.Place(id, 0, 0, ticket);
        using var anyone = host.As();
        using var organiser = host.Organiser();
        string[] places = [$"{camp.Url}/board", $"{camp.Url}/board?view=list", $"{camp.Url}/proposals", $"{camp.Url}/proposals/{id}", $"/api/v1{camp.Url}/board"];

        await organiser.Send(await organiser.Open($"{camp.Url}/proposals/{id}"), $"{camp.Url}/proposals/{id}/hide");
        await Everywhere(seen: false);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Open($"{camp.Url}/proposals/{id}")).Status);
        await organiser.Send(await organiser.Open($"{camp.Url}/proposals/{id}"), $"{camp.Url}/proposals/{id}/show");
        await Everywhere(seen: true);

        async Task Everywhere(bool seen)
        {
            var until = DateTime.UtcNow.AddSeconds(5);
            foreach (var place in places)
            {
                while ((await anyone.Open(place)).Source.Contains("Geheimer Werbeblock", StringComparison.Ordinal) != seen)
                {
                    Assert.True(DateTime.UtcNow < until, $"{place} still does not agree.");
                    await Task.Delay(50);
                }
            }
        }
    }

    private async Task<int> People(PlannedBarcamp camp, Guid proposal)
    {
        await Task.Delay(20); // the counts may be 500 ms old, by a clock that stands: a fresh reader has none
        var counts = ActivatorUtilities.CreateInstance<StarCounts>(host.Services);
        return (await counts.Of(camp.Id, default)).GetValueOrDefault(proposal)?.People ?? 0;
    }
}
