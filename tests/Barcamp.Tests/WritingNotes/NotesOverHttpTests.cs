using System.Net;

namespace EventOps.Barcamp.Tests.WritingNotes;

public sealed class NotesOverHttpTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task Twenty_who_write_at_once_lose_nothing()
    {
        var camp = await host.Plan();
        var (browser, session) = await Session(camp);
        var form = await browser.Open($"{camp.Url}/board/sessions/{session}/notes");
        await Task.WhenAll(Enumerable.Range(1, 20).Select(number =>
            browser.Send(form, $"{camp.Url}/board/sessions/{session}/notes", ("body", $"Zeile von {number}."))));
        var read = await browser.Open($"{camp.Url}/board/sessions/{session}");
        Assert.All(
            Enumerable.Range(1, 20), number => Assert.Contains($"Zeile von {number}.", read.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_writers_in_different_places_are_united_and_the_same_line_is_told()
    {
        var camp = await host.Plan();
        var (one, session) = await Session(camp);
        var (other, _) = await camp.Participant();
        var url = $"{camp.Url}/board/sessions/{session}/notes";
        await one.Send(await one.Open(url), url, ("body", "Anfang\n\nMitte\n\nEnde"));
        var (mine, theirs) = (await one.Open(url), await other.Open(url));
        await one.Send(mine, url, ("body", "Anfang, ausführlich\n\nMitte\n\nEnde"));
        var united = await other.Send(theirs, url, ("body", "Anfang\n\nMitte\n\nEnde mit Ausblick"));
        Assert.Contains("Anfang, ausführlich", united.At("textarea"), StringComparison.Ordinal);
        Assert.Contains("Ende mit Ausblick", united.At("textarea"), StringComparison.Ordinal);
        var again = await one.Send(mine, url, ("body", "Anfang, ganz anders\n\nMitte\n\nEnde"));
        Assert.Contains("an derselben Stelle", again.Text, StringComparison.Ordinal);
        Assert.Contains("Anfang, ausführlich", again.At("textarea"), StringComparison.Ordinal);
        Assert.Contains("Anfang, ganz anders", again.At("textarea"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_lead_to_the_web_only_and_the_documentation_tells_who_wrote_nothing()
    {
        var camp = await host.Plan();
        var (browser, session) = await Session(camp);
        var url = $"{camp.Url}/board/sessions/{session}/notes";
        var wrong = await browser.Send(
            await browser.Open(url), url, ("body", "# Ergebnis\n<script>alert(1)</script>"),
            ("links", "javascript:alert(1)\nhttps://pad.example/x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        using var anyone = host.As();
        var page = await anyone.Open($"{camp.Url}/board/documentation");
        Assert.Contains("1 von 1 Sitzungen haben Notizen.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("a[href='https://pad.example/x']"));
        Assert.DoesNotContain("javascript:", page.Source, StringComparison.Ordinal);
        Assert.Empty(page.All("main script"));
        var text = await anyone.Http.GetAsync($"{camp.Url}/board/documentation.md");
        Assert.Equal("text/markdown", text.Content.Headers.ContentType!.MediaType);
        Assert.Contains("### Ergebnis", await text.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_ticket_nobody_writes()
    {
        var camp = await host.Plan();
        var (_, session) = await Session(camp);
        using var anyone = host.As();
        Assert.Equal(HttpStatusCode.Forbidden, (await anyone.Open($"{camp.Url}/board/sessions/{session}/notes")).Status);
    }

    private static async Task<(EventOps.Registration.Tests.Browser Browser, Guid Session)> Session(PlannedBarcamp camp)
    {
        var (browser, ticket) = await camp.Participant();
        var session = await camp.Propose(browser, "Wer schreibt mit?");
        await camp.Place(session, 0, 0, ticket);
        await Task.Delay(400);
        return (browser, session);
    }
}
