using System.Net;
using EventOps.Barcamp.Boards;

namespace EventOps.Barcamp.Tests.Exporting;

public sealed class FilesOverHttpTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Theory]
    [InlineData("schedule.xml", "application/xml", "<title>Offene Daten</title>")]
    [InlineData("board/schedule.xml", "application/xml", "<title>Offene Daten</title>")]
    [InlineData("schedule.json", "application/json", "\"title\": \"Offene Daten\"")]
    [InlineData("schedule.csv", "text/csv", "\"Offene Daten\"")]
    [InlineData("schedule.ics", "text/calendar", "SUMMARY:Offene Daten")]
    [InlineData("board/board.pdf", "application/pdf", "%PDF")]
    public async Task Everybody_gets_the_board_as_a_file_and_the_same_one_only_once(string path, string type, string holds)
    {
        var (camp, _) = await Placed();
        using var anyone = host.As();
        var answer = await anyone.Http.GetAsync($"{camp.Url}/{path}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(holds, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{camp.Url}/{path}");
        again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await anyone.Http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_calendar_learns_of_moves_and_cancellations()
    {
        var (camp, session) = await Placed();
        using var anyone = host.As();
        var before = await Read();
        Assert.Contains("SEQUENCE:1\r\n", before, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", before, StringComparison.Ordinal);
        await host.Store.Handle(new EventStore.Work().On(Board.Stream(camp.Id), Board.Decider,
            new PlaceSession(session, camp.Rooms[0].Id, camp.Slots[2].Id, long.MaxValue, host.Clock.Now)));
        Assert.Contains("SEQUENCE:2\r\n", await Read(), StringComparison.Ordinal);
        await host.Store.Handle(new EventStore.Work().On(
            Board.Stream(camp.Id), Board.Decider, new CancelSession(session, long.MaxValue, host.Clock.Now)));
        var after = await Read();
        Assert.Contains("SEQUENCE:3\r\n", after, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", after, StringComparison.Ordinal);
        Assert.Contains("fällt aus", (await anyone.Open($"{camp.Url}/board/sessions/{session}")).Text, StringComparison.Ordinal);

        async Task<string> Read()
        {
            await Task.Delay(400);
            return await anyone.Http.GetStringAsync($"{camp.Url}/board/sessions/{session}.ics");
        }
    }

    [Fact]
    public async Task Sheets_for_walls_and_doors_are_the_moderators()
    {
        var (camp, _) = await Placed();
        using var moderator = host.Organiser();
        foreach (var sheet in (string[])["cards", "rooms", "board"])
        {
            var answer = await moderator.Http.GetAsync($"{camp.Url}/barcamp/{sheet}.pdf");
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        }

        using var anyone = host.As();
        Assert.NotEqual(HttpStatusCode.OK, (await anyone.Http.GetAsync($"{camp.Url}/barcamp/cards.pdf")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await anyone.Http.GetAsync($"{camp.Url}/board/rooms/{Guid.NewGuid()}.ics")).StatusCode);
    }

    private async Task<(PlannedBarcamp Camp, Guid Session)> Placed()
    {
        var camp = await host.Plan();
        var (browser, ticket) = await camp.Participant();
        var session = await camp.Propose(browser, "Offene Daten");
        await camp.Place(session, 0, 0, ticket);
        await Task.Delay(400);
        return (camp, session);
    }
}
