using System.Net;
using EventOps.EventStore;
using EventOps.Registration.Tests;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Tests.Polling;

public class PollTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    [Fact]
    public async Task A_poll_is_planned_opened_answered_and_closed_without_JavaScript()
    {
        var (_, slug) = await host.Event();
        var organiser = host.Organiser();
        var page = await organiser.Open($"/events/{slug}/polls");
        page = await organiser.Send(
            page, $"/events/{slug}/polls", ("kind", "SingleChoice"), ("text.de", "Wohin zum Essen?"),
            ("choices.de", "Biergarten\nKantine"), ("choices.en", "beer garden\ncanteen"));
        Assert.Equal("Wohin zum Essen?", page.At("h1"));
        var staff = new Uri(page.Url).AbsolutePath;
        var phone = staff.Replace("/polls/", "/poll/", StringComparison.Ordinal);
        Assert.Contains("Gleich geht es los", (await host.As().Open(phone)).Text, StringComparison.Ordinal);

        page = await organiser.Send(page, $"{staff}/open");
        for (var voter = 0; voter < 6; voter++)
        {
            var voted = await Vote(host.As(), phone, voter < 4 ? "1" : "2");
            Assert.Contains("Ihre Stimme ist da", voted.Text, StringComparison.Ordinal);
        }

        page = await organiser.Send(await organiser.Open(staff), $"{staff}/close");
        foreach (var shown in (Page[])[page, await host.As().Open(phone), await host.As().Open($"{staff}/screen")])
        {
            Assert.Contains("Biergarten 67 % 4 Stimmen", shown.At("#poll-bars"), StringComparison.Ordinal);
            Assert.Contains("6 Menschen haben abgestimmt", shown.At("#poll-bars"), StringComparison.Ordinal);
        }

        var id = Guid.Parse(staff[^36..]);
        var kept = (await host.Store.Load(Poll.Stream(id), Poll.Decider)).State.Result!;
        Assert.Equal([4, 2, 6], [.. kept.Counts, kept.Voters]);
        Assert.Equal(0, await host.Database.Read<long>($"select count(*) from surveys.poll_votes where poll_id = '{id}'"));
    }

    [Fact]
    public async Task A_changed_vote_counts_once_and_another_browser_counts_for_itself()
    {
        var (id, phone) = await Open(QuestionKind.MultipleChoice);
        var one = host.As();
        await Vote(one, phone, "1");
        var again = await one.Open(phone);
        Assert.True(again.Html.QuerySelector("input[value='1']")!.HasAttribute("checked"));
        await Vote(one, phone, "3");
        await Vote(host.As(), phone, "3");
        Assert.Equal(2, await Votes(id));
        Assert.Equal(
            ["3", "3"], await host.Texts($"select array_to_string(choices, ',') from surveys.poll_votes where poll_id = '{id}'"));
    }

    [Fact]
    public async Task Twenty_clicks_at_once_are_one_vote()
    {
        var (id, phone) = await Open(QuestionKind.SingleChoice);
        var browser = host.As();
        var page = await browser.Open(phone);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.Send(page, phone, (Field(page), "2"))));
        Assert.Equal(1, await Votes(id));
    }

    [Fact]
    public async Task After_the_end_no_vote_is_taken()
    {
        var (id, phone) = await Open(QuestionKind.SingleChoice);
        var browser = host.As();
        var page = await browser.Open(phone);
        await Close(id);
        page = await browser.Send(page, phone, (Field(page), "2"));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Die Abstimmung ist beendet", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Votes(id));
    }

    [Fact]
    public async Task Below_five_votes_nothing_is_shown_to_anybody()
    {
        var (id, phone) = await Open(QuestionKind.Rating);
        for (var voter = 0; voter < 4; voter++) await Vote(host.As(), phone, "5");
        var (screen, slug) = (phone.Replace("/poll/", "/polls/", StringComparison.Ordinal), phone.Split('/')[2]);
        var organiser = host.Organiser();
        foreach (var path in (string[])[$"{screen}/screen", screen, $"/events/{slug}/polls"])
        {
            var page = await organiser.Open(path);
            Assert.DoesNotContain("4", page.At("#poll-bars") + page.At("td.num"), StringComparison.Ordinal);
            Assert.DoesNotContain("100 %", page.Text, StringComparison.Ordinal);
        }

        var twin = $"/api/v1/events/{slug}/polls/{id}";
        Assert.Contains("\"voters\":null", await organiser.Http.GetStringAsync(twin), StringComparison.Ordinal);
        await Vote(host.As(), phone, "4");
        Assert.Contains("80 % 4 Stimmen", (await host.As().Open($"{screen}/screen")).At("#poll-bars"), StringComparison.Ordinal);
        Assert.Contains("{\"value\":5,\"count\":4}", await organiser.Http.GetStringAsync(twin), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_screen_hears_of_votes_within_seconds_and_of_the_end()
    {
        var (id, phone) = await Open(QuestionKind.SingleChoice);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.GetAsync($"{phone}/stream?lang=en", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        for (var voter = 0; voter < 5; voter++) await Vote(host.As(), phone, "2");
        var text = await Until(lines, "5 people have voted");
        Assert.Contains("id=\"poll-bars\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("4 people have voted", text, StringComparison.Ordinal);
        Assert.Contains("role=\"status\"", await Until(lines, "The first votes are in"), StringComparison.Ordinal);
        await Close(id);
        await Until(lines, "event: changed");
    }

    [Fact]
    public async Task Without_an_answer_the_form_comes_back_and_hostile_words_stay_words()
    {
        var (id, phone) = await Open(QuestionKind.SingleChoice, "<script>alert(1)</script>");
        var browser = host.As();
        var page = await browser.Send(await browser.Open(phone), phone);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.At(".error-summary"));
        Assert.Empty(page.Html.QuerySelectorAll("main script"));
        Assert.Contains("<script>alert(1)</script>", page.At("legend"), StringComparison.Ordinal);
        await browser.Send(page, phone, (Field(page), "99"));
        Assert.Equal(0, await Votes(id));
    }

    [Fact]
    public async Task A_poll_of_another_event_is_not_found()
    {
        var (id, _) = await Open(QuestionKind.SingleChoice);
        var (_, other) = await host.Event();
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open($"/events/{other}/poll/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open($"/events/{other}/poll/{id}/stream")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Organiser().Open($"/events/{other}/polls/{id}")).Status);
    }

    private async Task<(Guid Id, string Phone)> Open(QuestionKind kind, string text = "Welche Farbe?")
    {
        var (eventId, slug) = await host.Event();
        var id = Guid.CreateVersion7();
        Assert.Null((await host.Store.Handle(new Work()
            .On(Poll.Stream(id), Poll.Decider, new PlanPoll(eventId, Asking.Make(kind, text, need: Need.Required)))
            .On(Poll.Stream(id), Poll.Decider, new OpenPoll(host.Clock.Now)))).Refusal);
        return (id, $"/events/{slug}/poll/{id}");
    }

    private async Task Close(Guid id) =>
        Assert.Null((await host.Store.Handle(Poll.Stream(id), Poll.Decider, new ClosePoll(host.Clock.Now))).Refusal);

    private static async Task<Page> Vote(Registration.Tests.Browser browser, string phone, string choice)
    {
        var page = await browser.Open(phone);
        return await browser.Send(page, phone, (Field(page), choice));
    }

    private static string Field(Page page) =>
        page.Html.QuerySelector("form.survey input[type=radio], form.survey input[type=checkbox]")!.GetAttribute("name")!;

    private Task<long> Votes(Guid id) =>
        host.Database.Read<long>($"select count(*) from surveys.poll_votes where poll_id = '{id}'");

    private static async Task<string> Until(StreamReader lines, string wanted)
    {
        var text = "";
        while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(15)) is { } line)
        {
            text += line;
            if (text.Contains(wanted, StringComparison.Ordinal)) return text;
        }

        throw new EndOfStreamException(text);
    }
}
