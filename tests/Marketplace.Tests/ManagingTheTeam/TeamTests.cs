using System.Net;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.ManagingTheTeam;
using EventOps.Marketplace.Stands;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Tests.ManagingTheTeam;

public sealed class TeamTests(PeopleHost host) : IClassFixture<PeopleHost>
{
    [Fact]
    public async Task Whoever_is_added_corrected_and_removed_is_told_by_id_and_known_by_name_meanwhile()
    {
        var fair = await host.Fair();
        await PeopleHost.Terms(fair, 2, PeopleHost.CrewTicket);
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        var page = await trade.AddPerson("Ruth");
        Assert.Contains("Ruth Muster", page.Text, StringComparison.Ordinal);
        await host.Told(trade.Id, told => told.PersonIds.Count == 1);
        var told = host.Teams[trade.Id];
        var person = told.PersonIds[0];
        Assert.Equal((fair.Id, PeopleHost.CrewTicket), (told.EventId, told.TicketTypeId));
        Assert.Equal(["A1"], told.Stands);
        Assert.Equal(new KnownPerson("Ruth", "Muster", "Stadtwerke", "Ruth@example.org", "de"), (await People([person]))[person]);

        var before = told.Version;
        page = await trade.Browser.Send(
            await trade.Browser.Open($"{trade.Url}/team/{person}"), $"{trade.Url}/team/{person}", ("family", "Meier"));
        Assert.Contains("Ruth Meier", page.Text, StringComparison.Ordinal);
        await host.Told(trade.Id, now => now.Version > before);
        Assert.Equal("Meier", (await People([person]))[person].FamilyName);

        await trade.Browser.Send(await trade.Browser.Open($"{trade.Url}/team"), $"{trade.Url}/team/{person}/removal");
        await host.Told(trade.Id, now => now.PersonIds.Count == 0);
        Assert.Empty(await People([person]));
    }

    [Fact]
    public async Task There_are_as_many_as_stands_and_badges_bring_and_no_more()
    {
        var fair = await host.Fair();
        await PeopleHost.Terms(fair, 1, PeopleHost.CrewTicket);
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        await trade.AddPerson("Eva");
        var page = await trade.Browser.Open($"{trade.Url}/team");
        Assert.DoesNotContain(page.Html.Forms, form => form.GetAttribute("action") == $"{trade.Url}/team");
        // Another window still shows the form.
        await host.Place(fair, trade.Id, "A2");
        var old = await trade.Browser.Open($"{trade.Url}/team");
        await trade.AddPerson("Zoe");
        page = await trade.Browser.Send(
            old, $"{trade.Url}/team", ("given", "Tom"), ("family", "Zuviel"), ("email", "tom@example.org"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Höchstens so viele Personen: 2", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await trade.Now()).Team.Count);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_adds_one_person()
    {
        var fair = await host.Fair();
        await PeopleHost.Terms(fair, 5, PeopleHost.CrewTicket);
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        var page = await trade.Browser.Open($"{trade.Url}/team");
        for (var time = 0; time < 2; time++)
            await trade.Browser.Send(
                page, $"{trade.Url}/team", ("given", "Ina"), ("family", "Doppel"), ("email", "ina@example.org"));
        Assert.Single((await trade.Now()).Team);
    }

    [Fact]
    public async Task When_a_cancellation_takes_badges_away_the_newest_lose_theirs()
    {
        var fair = await host.Fair();
        await PeopleHost.Terms(fair, 1, PeopleHost.CrewTicket);
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        var (badge, hold) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        ChosenExtra[] extras = [new(badge, 1, 10)];
        await fair.Do(new Work()
            .On(Extra.Stream(badge), Extra.Decider,
                new OfferExtra(fair.Id, new(new("Namensschild", "Badge"), 10, 9, 9, ExtraKind.Badge)))
            .On(Exhibitor.Stream(trade.Id), Exhibitor.Decider,
                new ChooseStand(hold, fair["A2"].Id, null, Marketplace.Plans.BookingMode.Open, 250, 9, false))
            .On(Stand.Stream(fair["A2"].Id), Stand.Decider,
                new HoldStand(hold, trade.Id, host.Clock.Now, host.Clock.Now.AddHours(1), host.Clock.Now.AddHours(1)))
            .On(Exhibitor.Stream(trade.Id), Exhibitor.Decider, new ChooseExtras(hold, extras))
            .On(Stand.Stream(fair["A2"].Id), Stand.Decider, new BookStand(hold))
            .On(Exhibitor.Stream(trade.Id), Exhibitor.Decider, new ConfirmBooking(hold, null, extras)));
        foreach (var name in new[] { "Eins", "Zwei", "Drei" }) await trade.AddPerson(name);
        await host.Told(trade.Id, told => told.PersonIds.Count == 3 && told.Stands.SequenceEqual(["A1", "A2"]));
        var team = (await trade.Now()).Team;

        await fair.Do(new Work()
            .On(Stand.Stream(fair["A2"].Id), Stand.Decider, new FreeStand(hold))
            .On(Exhibitor.Stream(trade.Id), Exhibitor.Decider, new CancelBooking(hold, 0)));
        await host.Told(trade.Id, told => told.PersonIds.SequenceEqual([team[0]]) && told.Stands.SequenceEqual(["A1"]));
        Assert.Equal(3, (await trade.Now()).Team.Count);
        Assert.Contains("Mehr Leute als Tickets", (await trade.Browser.Open($"{trade.Url}/team")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_terms_and_a_new_number_on_the_sign_are_told_too()
    {
        var fair = await host.Fair();
        await PeopleHost.Terms(fair, 1, null);
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        await trade.AddPerson("Ute");
        await host.Told(trade.Id, told => told.PersonIds.Count == 0);
        await PeopleHost.Terms(fair, 1, PeopleHost.CrewTicket);
        await host.Told(trade.Id, told => told.PersonIds.Count == 1);
        await fair.Do(new Work().On(
            fair.PlanStream, Marketplace.Plans.Plan.Decider, new Marketplace.Plans.PutStand(fair["A1"] with { Number = "Z9" })));
        await host.Told(trade.Id, told => told.Stands.SequenceEqual(["Z9"]));
    }

    [Fact]
    public async Task Nobody_reaches_people_of_another_exhibitor()
    {
        var fair = await host.Fair();
        await PeopleHost.Terms(fair, 2, PeopleHost.CrewTicket);
        var (ours, theirs) = (await host.Trade(fair, "Wir", "A1"), await host.Trade(fair, "Andere", "A2"));
        await theirs.AddPerson("Geheim");
        var person = (await theirs.Now()).Team[0];
        Assert.Equal(HttpStatusCode.NotFound, (await ours.Browser.Open($"{ours.Url}/team/{person}")).Status);
        await ours.AddPerson("Eigen");
        var page = await ours.Browser.Open($"{ours.Url}/team");
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var path in new[] { $"{person}", $"{person}/removal" })
        {
            await ours.Browser.Http.PostAsync($"{ours.Url}/team/{path}", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["given"] = "Fremd",
                ["family"] = "Hand",
                ["email"] = "fremd@example.org",
            }));
        }

        Assert.Equal("Geheim", (await People([person]))[person].GivenName);
        Assert.Equal([person], (await theirs.Now()).Team);
    }

    [Fact]
    public async Task Erased_people_and_all_of_an_event_leave_no_name()
    {
        var fair = await host.Fair();
        await PeopleHost.Terms(fair, 5, PeopleHost.CrewTicket);
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        await trade.AddPerson("Anna");
        await trade.AddPerson("Bodo");
        var team = (await trade.Now()).Team;
        await host.Hear(new PersonsErased(fair.Id, [team[0]]));
        Assert.Equal([team[1]], (await People(team)).Keys);
        await host.Hear(new PersonsErased(fair.Id, []));
        Assert.Empty(await People(team));
    }

    private Task<IReadOnlyDictionary<Guid, KnownPerson>> People(IReadOnlyList<Guid> ids) =>
        host.Services.GetRequiredKeyedService<IPeople>(IPeople.StandTeams).Find(ids, default);
}

public class ContingentProperties
{
    [Fact]
    public void Whoever_came_first_keeps_the_ticket_however_the_number_changes() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<Guid[]>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (team, most, fewer) =>
        {
            var (many, few) = (Contingent.Covered(team, most), Contingent.Covered(team, Math.Min(most, fewer)));
            return many.Count <= most && few.SequenceEqual(many.Take(few.Count)) && many.SequenceEqual(team.Take(many.Count));
        }));
}
