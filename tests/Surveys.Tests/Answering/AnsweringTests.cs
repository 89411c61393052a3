using System.Net;
using EventOps.Surveys.Answering;
using EventOps.Surveys.Questionnaires;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Answering;

public class AnsweringTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    private readonly Question _colour = Make(QuestionKind.SingleChoice, "Welche Farbe?");
    private readonly Question _text = Make(QuestionKind.LongText, "Was noch?", page: 3);

    private Question Why => Make(QuestionKind.ShortText, "Warum rot?", page: 2, when: When(_colour, 1));

    [Fact]
    public async Task Page_by_page_without_JavaScript_and_branches_lead_past_pages()
    {
        var why = Why;
        var survey = await host.Run([_colour, why, _text]);
        var (browser, page, _) = await survey.Participant();
        Assert.Contains("Seite 1 von 2", page.Text, StringComparison.Ordinal);

        page = await browser.Send(page, survey.Url, (Name(_colour), "2"), ("go", "next"));
        Assert.Contains("Was noch?", page.Text, StringComparison.Ordinal);

        page = await browser.Send(page, survey.Url, ("go", "back"));
        page = await browser.Send(page, survey.Url, (Name(_colour), "1"), ("go", "next"));
        Assert.Contains("Warum rot?", page.Text, StringComparison.Ordinal);
        page = await browser.Send(page, survey.Url, (Name(why), "warm"), ("go", "next"));
        Assert.Contains("Seite 3 von 3", page.Text, StringComparison.Ordinal);
        page = await browser.Send(page, survey.Url, (Name(_text), "Mehr Suppe"), ("go", "next"));

        Assert.Contains("Danke!", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await survey.Empty());
        Assert.Equal(
            ["Mehr Suppe", "warm"],
            await host.Texts($"select words from surveys.texts where survey_id = '{survey.Id}' order by 1"));
    }

    [Fact]
    public async Task Who_answered_once_is_thanked_and_not_asked_again()
    {
        var survey = await host.Run([_colour]);
        var (ticket, token) = await survey.Ticket();
        Assert.NotEqual(Guid.Empty, ticket);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var browser = host.As();
            var page = await browser.Open($"{survey.Url}/with-ticket/{token}");
            Assert.Contains(attempt == 0 ? "Welche Farbe?" : "Sie haben schon geantwortet", page.Text, StringComparison.Ordinal);
            if (attempt == 0) await browser.Send(page, survey.Url, (Name(_colour), "2"), ("go", "next"));
        }

        Assert.Equal(1, await survey.Empty());
    }

    [Theory]
    [InlineData(SurveyMode.Anonymous)]
    [InlineData(SurveyMode.Named)]
    public async Task Twenty_parallel_posts_are_one_answer(SurveyMode mode)
    {
        var survey = await host.Run([_colour], terms => terms with { Mode = mode });
        var (browser, page, _) = await survey.Participant();
        var ends = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => browser.Send(page, survey.Url, (Name(_colour), "2"), ("go", "next"))));
        Assert.All(ends, end => Assert.True((int)end.Status < 500, end.Text));
        if (mode == SurveyMode.Anonymous) await survey.Empty();
        Assert.Equal(
            1, await host.Database.Read<long>($"select count(*) from surveys.responses where survey_id = '{survey.Id}'"));
        Assert.Equal(1, await host.Database.Read<int>($"select taken from surveys.urns where survey_id = '{survey.Id}'"));
    }

    [Fact]
    public async Task No_more_answers_are_taken_than_wished_however_many_come_at_once()
    {
        var survey = await host.Run([_colour], terms => terms with { MostAnswers = 5 });
        var people = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => survey.Participant()));
        var ends = await Task.WhenAll(
            people.Select(who => who.Browser.Send(who.First, survey.Url, (Name(_colour), "2"), ("go", "next"))));
        Assert.Equal(5, ends.Count(end => end.Text.Contains("Danke!", StringComparison.Ordinal)));
        Assert.Equal(7, ends.Count(end => end.Text.Contains("Diese Umfrage ist vorbei", StringComparison.Ordinal)));
        Assert.Equal(5, await survey.Empty());
    }

    [Fact]
    public async Task A_required_question_comes_back_with_everything_typed()
    {
        var needed = Make(QuestionKind.Rating, "Wie war es?", need: Need.Required);
        var survey = await host.Run([needed, _text with { Page = 1 }]);
        var (browser, page, _) = await survey.Participant();
        page = await browser.Send(page, survey.Url, (Name(_text), "Mehr <b>Suppe</b>"), ("go", "next"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Fehler:", page.Title, StringComparison.Ordinal);
        Assert.Contains("Bitte diese Frage beantworten", page.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Mehr <b>Suppe</b>", page.At("textarea"));
        page = await browser.Send(page, survey.Url, (Name(needed), "4"), ("go", "next"));
        Assert.Contains("Danke!", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wished_answer_is_asked_for_once_more_and_then_let_go()
    {
        var wished = Make(QuestionKind.Recommend, "Empfehlen Sie uns?", need: Need.Wished);
        var survey = await host.Run([wished]);
        var (browser, page, _) = await survey.Participant();
        page = await browser.Send(page, survey.Url, ("go", "next"));
        Assert.Contains("Diese Frage ist uns wichtig", page.Text, StringComparison.Ordinal);
        page = await browser.Send(page, survey.Url, ("go", "next"));
        Assert.Contains("Danke!", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_never_complains()
    {
        var needed = Make(QuestionKind.Number, "Wie viele?", page: 2, need: Need.Required);
        var survey = await host.Run([_colour, needed]);
        var (browser, page, _) = await survey.Participant();
        page = await browser.Send(page, survey.Url, (Name(_colour), "3"), ("go", "next"));
        page = await browser.Send(page, survey.Url, (Name(needed), "keine Zahl"), ("go", "back"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Welche Farbe?", page.Text, StringComparison.Ordinal);
        page = await browser.Send(page, survey.Url, ("go", "next"));
        Assert.Equal("keine Zahl", page.Html.QuerySelector($"#{Name(needed)}")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(false, "Diese Umfrage ist für alle, die da waren")]
    [InlineData(true, "Welche Farbe?")]
    public async Task Only_those_who_were_there_are_asked(bool came, string seen)
    {
        var survey = await host.Run([_colour]);
        Assert.Contains(seen, (await survey.Participant(came)).First.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_link_nobody_answers_and_a_foreign_token_opens_nothing()
    {
        var survey = await host.Run([_colour]);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As().Open(survey.Url)).Status);
        var (_, token) = await survey.Ticket();
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open($"{survey.Url}/with-ticket/{token[..^2]}AA")).Status);
    }

    [Fact]
    public async Task A_public_survey_takes_one_answer_a_browser_and_says_what_that_is_worth()
    {
        var survey = await host.Run([_colour], terms => terms with { Audience = Audience.Public });
        var browser = host.As();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var page = await browser.Open(survey.Url);
            Assert.Contains("bitte nur einmal", page.Text, StringComparison.Ordinal);
            await browser.Send(page, survey.Url, (Name(_colour), "1"), ("go", "next"));
        }

        var other = host.As();
        await other.Send(await other.Open(survey.Url), survey.Url, (Name(_colour), "1"), ("go", "next"));
        Assert.Equal(2, await survey.Empty());
    }

    [Fact]
    public async Task A_named_survey_says_so_on_its_first_page_and_forgets_names_when_told()
    {
        var survey = await host.Run([_colour, _text with { Page = 1 }], terms => terms with { Mode = SurveyMode.Named });
        var (browser, page, ticket) = await survey.Participant();
        Assert.Contains("Ihre Antwort trägt Ihren Namen", page.Text, StringComparison.Ordinal);
        await browser.Send(page, survey.Url, (Name(_colour), "1"), (Name(_text), "Ich bin es"), ("go", "next"));
        Assert.Equal(
            ticket, await host.Database.Read<Guid>($"select ticket_id from surveys.responses where survey_id = '{survey.Id}'"));
    }

    [Fact]
    public async Task Hostile_text_is_shown_inert()
    {
        var survey = await host.Run([_text with { Page = 1 }, Make(QuestionKind.Number, "Wie viele?", need: Need.Required)]);
        var (browser, page, _) = await survey.Participant();
        page = await browser.Send(page, survey.Url, (Name(_text), "</textarea><script>alert(1)</script>"), ("go", "next"));
        Assert.DoesNotContain("<script>alert", page.Source, StringComparison.Ordinal);
        page = await browser.Send(page, survey.Url, (Name(_text), new string('x', 1_000_000)), ("go", "next"));
        Assert.True((int)page.Status is 422 or 413, $"{page.Status}");
    }

    private static string Name(Question question) => AnswerForm.Field(question);
}
