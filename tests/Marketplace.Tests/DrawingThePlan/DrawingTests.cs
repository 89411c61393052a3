using System.Net;
using EventOps.EventStore;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Registration.Tests;

namespace EventOps.Marketplace.Tests.DrawingThePlan;

public class DrawingTests(MarketHost host) : IClassFixture<MarketHost>
{
    [Fact]
    public async Task A_hall_begins_with_rows_of_stands()
    {
        var fair = await host.Event();
        var organiser = host.Organiser();
        var begin = await organiser.Open($"{fair.Market}/plan");
        Assert.Contains("Noch kein Plan", begin.Text, StringComparison.Ordinal);
        var form = await organiser.Open($"{fair.Market}/plan/grid");
        var desk = await organiser.Send(
            form, $"{fair.Market}/plan/grid", ("rows", "2"), ("columns", "3"), ("width", "3"), ("depth", "2,5"),
            ("price", "250"));
        Assert.Equal(["A1", "A2", "A3", "B1", "B2", "B3"], desk.All("tbody th").Select(text => text.Split(' ')[^1]));
        Assert.Equal(6, desk.Html.QuerySelectorAll("svg.plan [data-stand]").Length);
        Assert.Contains(
            "Stand A1, frei, 3 × 2,5 m, 250,00 €", desk.Html.QuerySelector("[data-stand]")!.GetAttribute("aria-label"),
            StringComparison.Ordinal);
        Assert.Equal("A2, B1, B2", desk.At("#stand-A1 td[data-label=Neben]"));

        // A second click on the same page makes nothing twice.
        var again = await organiser.Send(
            form, $"{fair.Market}/plan/grid", ("rows", "2"), ("columns", "3"), ("width", "3"), ("depth", "2,5"),
            ("price", "250"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(6, (await fair.Now()).Stands.Count);
        Assert.Equal(6, await host.Database.Read<long>($"select count(*) from marketplace.stands where event_id = '{fair.Id}'"));
    }

    [Fact]
    public async Task A_stand_is_drawn_by_numbers_and_opens_its_own_stream()
    {
        var fair = await host.Fair(1);
        var organiser = host.Organiser();
        var form = await organiser.Open($"{fair.Market}/plan/stands/new");
        var wrong = await organiser.Send(
            form, $"{fair.Market}/plan/stands/new", ("number", "A 1!"), ("x", "-1"), ("y", "1.250"), ("price", "1.000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(4, wrong.All(".error-summary li").Count);
        var over = await organiser.Send(
            wrong, $"{fair.Market}/plan/stands/new", ("number", "B7"), ("x", "2"), ("y", "1"), ("price", ""));
        Assert.Contains("Er läge auf Stand A1", over.At(".error-summary"), StringComparison.Ordinal);
        var desk = await organiser.Send(
            over, $"{fair.Market}/plan/stands/new", ("x", "5"), ("y", "1,5"), ("price", "99,50"), ("watts", "2000"),
            ("network", "true"));
        Assert.Contains("99,50 €", desk.At("#stand-B7"), StringComparison.Ordinal);
        Assert.Contains("2.000 W", desk.At("#stand-B7"), StringComparison.Ordinal);
        var stand = (await fair.Now()).Stands.Single(stand => stand.Number == "B7");
        Assert.Equal(new Box(5, 1.5m, 3, 2), stand.Box);
        Assert.IsType<Stand.Free>((await host.Store.Load(Stand.Stream(stand.Id), Stand.Decider)).State);
    }

    [Fact]
    public async Task A_stand_is_moved_and_takes_its_derived_neighbours_along()
    {
        var fair = await host.Fair(3);
        var organiser = host.Organiser();
        var form = await organiser.Open($"{fair.Market}/plan/stands/{fair["A1"].Id}");
        var desk = await organiser.Send(form, $"{fair.Market}/plan/stands/{fair["A1"].Id}", ("derive", "true"));
        Assert.Equal([fair["A2"].Id], (await fair.Now()).Stands.Find(fair["A1"].Id)!.Neighbours);
        var moved = await organiser.Send(
            desk, $"{fair.Market}/plan/move", ("stand", fair["A1"].Id.ToString()), ("x", "9"), ("y", "6.0"));
        Assert.Equal(HttpStatusCode.OK, moved.Status);
        var stand = (await fair.Now()).Stands.Find(fair["A1"].Id)!;
        Assert.Equal((new Box(9, 6, 3, 2), fair["A3"].Id), (stand.Box, Assert.Single(stand.Neighbours)));
        var refused = await organiser.Send(
            moved, $"{fair.Market}/plan/move", ("stand", fair["A1"].Id.ToString()), ("x", "39"), ("y", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("außerhalb der Fläche", refused.At("[role=alert]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_at_one_stand_are_told_and_at_two_stands_are_not_in_each_others_way()
    {
        var fair = await host.Fair(3);
        var (one, other) = (host.Organiser(), host.Organiser());
        var mine = await one.Open($"{fair.Market}/plan");
        var theirs = await other.Open($"{fair.Market}/plan");
        await one.Send(mine, $"{fair.Market}/plan/move", ("stand", fair["A1"].Id.ToString()), ("x", "1"), ("y", "9"));
        var elsewhere = await other.Send(
            theirs, $"{fair.Market}/plan/move", ("stand", fair["A2"].Id.ToString()), ("x", "5"), ("y", "12"));
        Assert.Equal(HttpStatusCode.OK, elsewhere.Status);
        var same = await other.Send(
            theirs, $"{fair.Market}/plan/move", ("stand", fair["A1"].Id.ToString()), ("x", "1"), ("y", "15"));
        Assert.Equal(HttpStatusCode.Conflict, same.Status);
        Assert.Contains("Jemand anderes hat das inzwischen geändert", same.At("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(9, (await fair.Now()).Stands.Find(fair["A1"].Id)!.Box.Y);
    }

    [Fact]
    public async Task Two_people_at_one_zone_are_told_and_a_second_click_is_not()
    {
        var fair = await host.Fair(3);
        var (one, other) = (host.Organiser(), host.Organiser());
        var made = $"{fair.Market}/plan/zones/new";
        await one.Send(await one.Open(made), made, ("name.de", "Werkstatt"));
        var url = $"{fair.Market}/plan/zones/{Assert.Single((await fair.Now()).Zones).Id}";
        var (mine, theirs) = (await one.Open(url), await other.Open(url));
        for (var click = 0; click < 2; click++)
            Assert.Equal(HttpStatusCode.OK, (await one.Send(mine, url, ("name.de", "Atelier"))).Status);
        var told = await other.Send(theirs, url, ("name.de", "Labor"));
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Jemand anderes hat das inzwischen geändert", told.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Atelier", Assert.Single((await fair.Now()).Zones).Name.De);
        await other.Send(told, url, ("name.de", "Labor"));
        Assert.Equal("Labor", Assert.Single((await fair.Now()).Zones).Name.De);
    }

    [Fact]
    public async Task A_stand_that_somebody_has_cannot_vanish()
    {
        var fair = await host.Fair(3);
        await fair.Book("A1");
        var organiser = host.Organiser();
        async Task<Page> Remove(string number)
        {
            var page = await organiser.Open($"{fair.Market}/plan/stands/{fair[number].Id}");
            return await organiser.Send(page, $"{fair.Market}/plan/stands/{fair[number].Id}/removal");
        }

        var refused = await Remove("A1");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Diesen Stand hat jemand", refused.Text, StringComparison.Ordinal);
        await fair.Do(new Work().On(Stand.Stream(fair["A2"].Id), Stand.Decider,
            new HoldStand(Guid.NewGuid(), Guid.NewGuid(), host.Clock.Now, host.Clock.Now.AddMinutes(15), host.Clock.Now.AddHours(1))));
        Assert.Equal(HttpStatusCode.Conflict, (await Remove("A2")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Remove("A3")).Status);
        Assert.Equal(["A1", "A2"], (await fair.Now()).Stands.Select(stand => stand.Number));
        Assert.IsType<Stand.Gone>((await host.Store.Load(Stand.Stream(fair["A3"].Id), Stand.Decider)).State);
    }

    [Fact]
    public async Task Zones_categories_and_entrances_are_put_and_taken_away()
    {
        var fair = await host.Fair(1);
        var organiser = host.Organiser();
        foreach (var (kind, filled) in (IEnumerable<(string, (string, string?)[])>)
        [
            ("zones", [("name.de", "Mitte"), ("width", "10"), ("depth", "5"), ("mode", "Approval")]),
            ("categories", [("name.de", "Eckstand"), ("price", "300")]),
            ("entrances", [("name.de", "Eingang Nord"), ("x", "20"), ("y", "25")]),
        ])
        {
            var form = await organiser.Open($"{fair.Market}/plan/{kind}/new");
            var desk = await organiser.Send(form, $"{fair.Market}/plan/{kind}/new", filled);
            Assert.Contains(filled[0].Item2!, desk.Text, StringComparison.Ordinal);
        }

        var plan = await fair.Now();
        Assert.Equal(BookingMode.Approval, Assert.Single(plan.Zones).Mode);
        Assert.Equal(300, plan.Categories.Last().NetPrice);
        var used = await organiser.Open($"{fair.Market}/plan/categories/{fair.Category.Id}");
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await organiser.Send(used, $"{fair.Market}/plan/categories/{fair.Category.Id}/removal")).Status);
        var door = $"{fair.Market}/plan/entrances/{plan.Entrances.Single().Id}";
        await organiser.Send(await organiser.Open(door), $"{door}/removal");
        Assert.Empty((await fair.Now()).Entrances);
    }

    [Fact]
    public async Task The_history_tells_who_did_what_and_brings_back_what_nobody_loses()
    {
        var fair = await host.Fair(2);
        var organiser = host.Organiser();
        var edit = $"{fair.Market}/plan/stands/{fair["A1"].Id}";
        await organiser.Send(await organiser.Open(edit), edit, ("x", "10"), ("y", "10"), ("number", "X1"));
        var removal = $"{fair.Market}/plan/stands/{fair["A2"].Id}";
        await organiser.Send(await organiser.Open(removal), $"{removal}/removal");
        var history = await organiser.Open($"{fair.Market}/plan/history");
        Assert.Equal("Stand A2 vom Plan genommen", history.All("tbody th")[0]);
        Assert.Equal("Stand A1: jetzt X1, von (1 / 1) nach (10 / 10) verschoben", history.All("tbody th")[1]);
        Assert.Contains("Sie", history.All("tbody td[data-label=Wer]")[0], StringComparison.Ordinal);

        var old = await organiser.Open($"{fair.Market}/plan/history/4");
        Assert.Equal(["A1", "A2"], old.All("tbody th"));
        var back = await organiser.Send(old, $"{fair.Market}/plan/history/4/restoration");
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Equal(["A1", "A2"], (await fair.Now()).Stands.Select(stand => stand.Number).Order());
        Assert.IsType<Stand.Free>((await host.Store.Load(Stand.Stream(fair["A2"].Id), Stand.Decider)).State);

        // Before version 4 there was no A2: who has booked it meanwhile keeps it.
        await fair.Book("A2");
        var older = await organiser.Open($"{fair.Market}/plan/history/3");
        var refused = await organiser.Send(older, $"{fair.Market}/plan/history/3/restoration");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(2, (await fair.Now()).Stands.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open($"{fair.Market}/plan/history/999")).Status);
    }

    [Fact]
    public async Task Only_organisers_of_this_event_draw()
    {
        var fair = await host.Fair(1);
        Assert.NotEqual(HttpStatusCode.OK, (await host.As().Open($"{fair.Market}/plan")).Status);
        var stranger = host.As(TestCaller.Organiser(Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"{fair.Market}/plan")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Organiser().Http.PostAsync(
            $"{fair.Market}/plan/move", new FormUrlEncodedContent([new("x", "1")]))).StatusCode);
    }
}
