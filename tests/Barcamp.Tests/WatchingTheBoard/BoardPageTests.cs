using System.Net;

namespace EventOps.Barcamp.Tests.WatchingTheBoard;

public sealed class BoardPageTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task Who_has_no_ticket_gets_a_page_without_token_that_may_be_kept_until_the_board_changes()
    {
        var camp = await host.Plan();
        var (ludwika, ticket) = await camp.Participant();
        var proposal = await camp.Propose(ludwika, "Wer liest eigentlich Protokolle?");
        using var anyone = host.As();

        var empty = await anyone.Open($"{camp.Url}/board");
        Assert.Equal(HttpStatusCode.OK, empty.Status);
        Assert.Empty(empty.Html.QuerySelectorAll("form[method=post]"));
        Assert.DoesNotContain("__RequestVerificationToken", empty.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", empty.Answer.Headers.Select(header => header.Key));
        Assert.Equal(6, empty.Html.QuerySelectorAll(".board-free").Length);
        var tag = empty.Answer.Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, (await Again(anyone, camp, tag)).StatusCode);

        await camp.Place(proposal, 0, 1, ticket);
        await Task.Delay(400); // the public may see a board that is 300 ms old
        Assert.Equal(HttpStatusCode.OK, (await Again(anyone, camp, tag)).StatusCode);
        var filled = await anyone.Open($"{camp.Url}/board");
        Assert.Equal("Wer liest eigentlich Protokolle?", filled.At(".board .card-title"));
        Assert.Contains("steht im Plan: 11:00 Uhr, Saal", filled.At("#board-news"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_event_comes_exactly_once_after_the_last_one_seen_and_then_live()
    {
        var camp = await host.Plan();
        var (host1, ticket) = await camp.Participant();
        var proposal = await camp.Propose(host1, "Karten, Karten, Karten");
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1{camp.Url}/board/stream");
        request.Headers.Add("Last-Event-ID", "2");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("3 4 5", $"{await Next(lines)} {await Next(lines)} {await Next(lines)}");
        await camp.Place(proposal, 1, 0, ticket);
        Assert.Equal("6 7", $"{await Next(lines)} {await Next(lines)}");
    }

    [Fact]
    public async Task A_change_reaches_every_viewer_as_the_html_of_its_cells()
    {
        var camp = await host.Plan();
        var (host1, ticket) = await camp.Participant();
        var proposal = await camp.Propose(host1, "Fehlerkultur im Rathaus");
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add("Accept", "text/event-stream");
        using var answer = await http.GetAsync(
            $"{camp.Url}/board/stream?lang=en&after=5", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await Task.Delay(200);

        await camp.Place(proposal, 0, 0, ticket);
        var text = "";
        while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10)) is { } line && !text.Contains(
            "id=\"board-stamp\"", StringComparison.Ordinal))
            text += line;
        Assert.Contains($"cell-{camp.Rooms[0].Id:N}-{camp.Slots[0].Id:N}", text, StringComparison.Ordinal);
        Assert.Contains("Fehlerkultur im Rathaus", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"cell-{camp.Rooms[1].Id:N}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(ticket.ToString(), text, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Again(
        Registration.Tests.Browser browser, PlannedBarcamp camp, System.Net.Http.Headers.EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{camp.Url}/board");
        request.Headers.IfNoneMatch.Add(tag);
        return await browser.Http.SendAsync(request);
    }

    private static async Task<int> Next(StreamReader lines)
    {
        while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10)) is { } line)
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                return int.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture);
        throw new EndOfStreamException();
    }
}
