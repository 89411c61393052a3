using EventOps.Barcamp.CountingRooms;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Support;
using EventOps.Ui;

namespace EventOps.Barcamp.Tests.CountingRooms;

public sealed class RoomCrowdTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task People_scanned_in_at_a_rooms_gate_are_counted_there_until_they_go_elsewhere()
    {
        var camp = await host.Plan();
        await Gates(camp, "Saal, links", "Saal, rechts", "Nord");
        using var organiser = host.Organiser();
        await Choose(organiser, camp, 0, "Saal, links", "Saal, rechts");
        await Quiet.WaitForMessages(host.Services);
        Assert.Equal(["Saal, links", "Saal, rechts"], host.RoomGates.Single(told => told.EventId == camp.Id).Gates);

        var people = Enumerable.Range(0, 41).Select(_ => Guid.NewGuid()).ToList();
        await Scanned(camp, people.Take(20), "Saal, links");
        await Scanned(camp, people.Skip(20), "Saal, rechts");
        await Scanned(camp, [Guid.NewGuid()], "Nord");
        Assert.Contains("41 im Raum, 100 Plätze", await Head(organiser, camp), StringComparison.Ordinal);

        await Scanned(camp, people.Take(10), "Nord");
        await Scanned(camp, people.Skip(10).Take(1), null);
        Assert.Contains("30 im Raum, 100 Plätze", await Head(organiser, camp), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_sees_about_how_full_it_is_where_something_is_on_and_hears_of_it_live()
    {
        var camp = await host.Plan();
        await Gates(camp, "Werkstatt");
        using var organiser = host.Organiser();
        await Choose(organiser, camp, 1, "Werkstatt");
        host.Clock.Now = new(2026, 11, 23, 9, 10, 0, TimeSpan.Zero); // in Berlin the first time is on
        using var http = new HttpClient { BaseAddress = host.Address };
        var version = (await camp.Now()).Version;
        using var answer = await http.GetAsync(
            $"{camp.Url}/board/stream?lang=de&after={version}", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await Task.Delay(1100);
        await Scanned(camp, Enumerable.Range(0, 12).Select(_ => Guid.NewGuid()), "Werkstatt");
        var text = "";
        while (!text.Contains("board-stamp", StringComparison.Ordinal) && await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10)) is { } line) text += line;
        Assert.Contains("etwa 10 von 20", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"cell-{camp.Rooms[0].Id:N}", text, StringComparison.Ordinal);

        using var anyone = host.As();
        Assert.Equal("etwa 10 von 20 Plätzen besetzt", (await anyone.Open($"{camp.Url}/board")).At(".board-crowd"));
    }

    [Fact]
    public async Task A_gate_belongs_to_one_room()
    {
        var camp = await host.Plan();
        await Gates(camp, "Saal, links");
        using var organiser = host.Organiser();
        await Choose(organiser, camp, 0, "Saal, links");
        var form = await organiser.Open($"{camp.Url}/barcamp/setup/rooms/{camp.Rooms[1].Id}");
        var refused = await organiser.Send(
            form, $"{camp.Url}/barcamp/setup/rooms/{camp.Rooms[1].Id}", ("rooms-gates", "Saal, links"));
        Assert.Contains("Der Eingang „Saal, links“ gehört schon zu einem anderen Raum.", refused.Text, StringComparison.Ordinal);
        Assert.Equal([camp.Rooms[0].Id], (await camp.Now()).Gates.Keys);
    }

    [Theory]
    [InlineData(2, 20, null)]
    [InlineData(12, 20, "etwa 10 von 20 Plätzen besetzt")]
    [InlineData(41, 60, "etwa 40 von 60 Plätzen besetzt")]
    [InlineData(61, 60, "voll (60 Plätze)")]
    public void What_everybody_sees_is_no_count(int people, int seats, string? said)
    {
        using var speaking = Language.Use(Language.German);
        Assert.Equal(said, CrowdLine.About(people, seats));
    }

    private async Task Gates(PlannedBarcamp camp, params string[] gates) => await host.Store.Handle(new Work().Then(commit => commit.Write(
        new Hearing.OnEventChanged.EventRow(new(
            camp.Id, Organisations.First, 2, camp.Slug, "BarCamp", "BarCamp", new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
            new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero), "Europe/Berlin", gates, true)))));

    private static async Task Choose(Registration.Tests.Browser organiser, PlannedBarcamp camp, int room, params string[] gates)
    {
        var url = $"{camp.Url}/barcamp/setup/rooms/{camp.Rooms[room].Id}";
        await organiser.Send(await organiser.Open(url), url, [.. gates.Select(gate => ("rooms-gates", gate))]);
        Assert.Equal(gates, (await camp.Now()).Gates[camp.Rooms[room].Id]);
        Assert.Equal(gates.Length, (await organiser.Open(url)).Html.QuerySelectorAll("input[name=rooms-gates][checked]").Length);
    }

    private async Task Scanned(PlannedBarcamp camp, IEnumerable<Guid> tickets, string? gate) => await host.Store.Handle(new Work().Then(commit =>
        commit.Write(new Hearing.OnTicketsChanged.Tickets(new(camp.Id, [.. tickets.Select(ticket =>
            new TicketNow(ticket, Guid.Empty, "aaaa", true, true, host.Clock.Now, gate))])))));

    private static async Task<string> Head(Registration.Tests.Browser organiser, PlannedBarcamp camp)
    {
        await Task.Delay(1100); // counts may be a second old
        return (await organiser.Open($"{camp.Url}/barcamp")).At(".board thead");
    }
}
