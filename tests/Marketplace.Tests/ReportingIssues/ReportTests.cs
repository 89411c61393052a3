using System.Net;
using System.Text;
using EventOps.Contracts;
using EventOps.Marketplace.Issues;
using EventOps.Registration.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Tests.ReportingIssues;

public sealed class ReportTests(PeopleHost host) : IClassFixture<PeopleHost>
{
    private static readonly byte[] s_png =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13]), .. Chunk("tEXt", "Marienplatz"u8),
            .. Chunk("IDAT", [1]), .. Chunk("IEND", [])];

    [Fact]
    public async Task Anybody_reports_and_follows_what_becomes_of_it()
    {
        var fair = await host.Fair();
        using var visitor = host.As();
        var state = await Report(fair, visitor, "Die Toilette läuft über", ("place", "1. Stock"), ("email", "mia@example.org"));
        Assert.Contains("Das Team hat Ihre Meldung", state.Text, StringComparison.Ordinal);
        using var organiser = host.Organiser();
        var board = await organiser.Open($"{fair.Market}/set-up-day");
        Assert.Contains("1. Stock", board.Text, StringComparison.Ordinal);
        Assert.Contains("mia@example.org", board.Text, StringComparison.Ordinal);
        var issue = Assert.Single(await Issues(fair));
        var action = $"{fair.Market}/set-up-day/issues/{issue.Id}";
        await organiser.Send(board, action, ("go", "take"));
        Assert.Contains("Jemand kümmert sich", (await visitor.Open(state.Url)).Text, StringComparison.Ordinal);
        await organiser.Send(
            await organiser.Open($"{fair.Market}/set-up-day"), action, ("go", "solve"), ("note", "Ventil getauscht"));
        var solved = await visitor.Open(state.Url);
        Assert.Contains("Gelöst", solved.Text, StringComparison.Ordinal);
        Assert.Contains("Ventil getauscht", solved.Text, StringComparison.Ordinal);
        Assert.Contains("Hier ist nichts", (await organiser.Open($"{fair.Market}/set-up-day")).Text, StringComparison.Ordinal);
        await organiser.Send(await organiser.Open($"{fair.Market}/set-up-day?only=Solved"), action, ("go", "reopen"));
        Assert.Equal(IssueState.Open, Assert.Single(await Issues(fair)).State);
        // Another link opens nothing.
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"{fair.Url}/problems/{issue.Id}/falsch")).Status);
    }

    [Fact]
    public async Task Two_who_take_the_same_report_learn_of_each_other_and_it_can_move()
    {
        var fair = await host.Fair();
        var trade = await host.Trade(fair, "Stadtwerke", "A2");
        var page = await trade.Browser.Open($"{trade.Url}/set-up/problem");
        Assert.DoesNotContain(fair["A1"].Id.ToString(), page.Source, StringComparison.Ordinal);
        page = await trade.Browser.Post(
            page, $"{trade.Url}/set-up/problem", ("text", "Strom fehlt"), ("stand", fair["A2"].Id.ToString()));
        Assert.Contains("Strom fehlt", page.Text, StringComparison.Ordinal);
        var issue = Assert.Single(await Issues(fair));
        Assert.Equal((trade.Id, fair["A2"].Id), (issue.ExhibitorId, issue.StandId));
        var action = $"{fair.Market}/set-up-day/issues/{issue.Id}";
        using var ada = host.Organiser();
        using var bob = host.As(TestCaller.Organiser(Organisations.First) with { Actor = Guid.NewGuid().ToString() });
        var (first, second) = (await ada.Open($"{fair.Market}/set-up-day"), await bob.Open($"{fair.Market}/set-up-day"));
        await ada.Send(first, action, ("go", "take"));
        var late = await bob.Send(second, action, ("go", "take"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("kümmert sich schon", late.Text, StringComparison.Ordinal);
        await ada.Send(await ada.Open($"{fair.Market}/set-up-day"), action, ("go", "move"), ("stand", ""), ("place", "Foyer"));
        issue = Assert.Single(await Issues(fair));
        Assert.Equal((null, "Foyer"), (issue.StandId, issue.Place));
    }

    [Fact]
    public async Task A_photo_is_seen_by_organisers_alone_can_do_nothing_and_tells_no_place()
    {
        var fair = await host.Fair();
        using var visitor = host.As();
        await Report(fair, visitor, "Kabel liegt offen", s_png, ("place", "Foyer"));
        var issue = Assert.Single(await Issues(fair));
        var url = $"{fair.Market}/set-up-day/issues/{issue.Id}/photo";
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.Http.GetAsync(url)).StatusCode);
        using var organiser = host.Organiser();
        var answer = await organiser.Http.GetAsync(url);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain(
            "Marienplatz", Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Http.GetAsync(
            url.Replace(fair.Slug, (await host.Fair()).Slug, StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task What_is_no_photo_and_a_report_without_a_place_come_back_with_a_sentence()
    {
        var fair = await host.Fair();
        using var visitor = host.As();
        var page = await Report(fair, visitor, "Kabel", "<svg onload='x'/>"u8.ToArray(), ("place", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("kein JPEG, PNG oder WebP", page.Text, StringComparison.Ordinal);
        Assert.Contains("schreiben Sie, wo es ist", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Issues(fair));
    }

    [Fact]
    public async Task A_report_that_is_sent_twice_is_one_and_words_go_with_the_event()
    {
        var fair = await host.Fair();
        using var visitor = host.As();
        var form = await visitor.Open($"{fair.Url}/report-a-problem");
        for (var time = 0; time < 2; time++)
            await visitor.Post(form, $"{fair.Url}/report-a-problem", ("text", "Herr Geheim raucht"), ("place", "Hof"));
        Assert.Single(await Issues(fair));
        await host.Hear(new PersonsErased(fair.Id, []));
        Assert.Null(Assert.Single(await Issues(fair)).Text);
        Assert.DoesNotContain(
            "Geheim", (await host.Organiser().Open($"{fair.Market}/set-up-day")).Source, StringComparison.Ordinal);
    }

    private static Task<Page> Report(Fair fair, Browser browser, string text, params (string, string?)[] more) =>
        Report(fair, browser, text, null, more);

    private static async Task<Page> Report(
        Fair fair, Browser browser, string text, byte[]? photo, params (string, string?)[] more) =>
        await browser.Post(await browser.Open($"{fair.Url}/report-a-problem"), $"{fair.Url}/report-a-problem", photo,
            [("text", text), .. more]);

    private Task<List<IssueRow>> Issues(Fair fair) => host.Services.GetRequiredService<IssueRows>().Of(fair.Id, default);

    private static byte[] Chunk(string name, ReadOnlySpan<byte> data) =>
        [0, 0, 0, (byte)data.Length, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
}

/// <summary>Forms with a file.</summary>
internal static class Posting
{
    public static Task<Page> Post(this Browser browser, Page page, string action, params (string Name, string? Value)[] filled) =>
        browser.Post(page, action, null, filled);

    public static async Task<Page> Post(
        this Browser browser, Page page, string action, byte[]? photo, params (string Name, string? Value)[] filled)
    {
        var form = page.Html.Forms.Single(form => form.GetAttribute("action") == action);
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden], input[name=website]"))
            body.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        foreach (var (name, value) in filled) body.Add(new StringContent(value ?? ""), name);
        if (photo is not null) body.Add(new ByteArrayContent(photo), "photo", "kein-name-zaehlt.txt");
        var answer = await browser.Http.PostAsync(action, body);
        if (answer.StatusCode == HttpStatusCode.SeeOther) return await browser.Open(answer.Headers.Location!.ToString());
        var text = await answer.Content.ReadAsStringAsync();
        return new(action, answer, text, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text));
    }
}
