using System.Net;
using EventOps.EventStore;
using EventOps.Surveys.Answering;
using EventOps.Surveys.Questionnaires;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Answering;

/// <summary>As many questions as there may be, and words that want to be more than words.</summary>
public class LargeSurveyTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    private const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(2)</script>'{{7*7}} ${x} %s <!--";

    [Fact]
    public async Task A_hundred_matrices_of_twenty_rows_are_answered_on_two_pages()
    {
        var questions = Enumerable.Range(0, Questionnaire.MostQuestions).Select(number =>
            Make(QuestionKind.Matrix, $"Frage {number}", page: 1 + number / 50) with
            {
                Rows = Choices([.. Enumerable.Range(1, 20).Select(row => $"Zeile {row}")]),
            })
            .ToList();
        var survey = await host.Run(questions);
        var refused = await host.Store.Handle(
            Questionnaire.Stream(survey.Id), Questionnaire.Decider, new PutQuestion(Make(QuestionKind.Rating, "Noch eine?")));
        Assert.Equal(new TooManyQuestions(Questionnaire.MostQuestions), refused.Refusal);

        var (browser, page, _) = await survey.Participant();
        page = await browser.Send(page, survey.Url, [.. All(questions.Take(50)), ("go", "next")]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        page = await browser.Send(page, survey.Url, [.. All(questions.Skip(50)), ("go", "next")]);
        Assert.Contains("Danke!", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await survey.Empty());
        Assert.Equal(2_000, await host.Database.Read<int>(
            $"select cardinality(array_positions(answers, 4)) from surveys.responses where survey_id = '{survey.Id}'"));
    }

    [Fact]
    public async Task Hostile_words_of_a_questionnaire_stay_words_on_every_page()
    {
        var asked = Enum.GetValues<QuestionKind>().Select(kind => Nasty(Make(kind, Hostile))).ToList();
        var survey = await host.Run(asked, terms => terms with
        {
            Title = new(Hostile, Hostile),
            Welcome = new(Hostile, Hostile),
            Thanks = new(Hostile, Hostile),
            Audience = Audience.Public,
        });
        var (visitor, organiser) = (host.As(), host.Organiser());
        var first = await visitor.Open(survey.Url);
        var thanks = await visitor.Send(first, survey.Url, ("go", "next"));
        Assert.EndsWith("/thanks", thanks.Url, StringComparison.Ordinal);
        List<EventOps.Registration.Tests.Page> pages = [first, thanks];
        foreach (var path in (string[])["", "/terms", "/invitations", "/report", "/texts",
            $"/questions/{asked[1].Id}", $"/questions/{asked[5].Id}"])
            pages.Add(await organiser.Open(survey.Staff + path));
        pages.Add(await organiser.Open($"/events/{survey.Slug}/surveys"));
        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("<img src=x onerror=alert(1)>", page.Html.DocumentElement.TextContent + Values(page),
                StringComparison.Ordinal);
            Assert.Empty(page.Html.QuerySelectorAll("img[onerror], main script"));
            Assert.DoesNotContain("<script>alert", page.Source, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Nu\0ll")]
    [InlineData("gedreht \u202Etxet")]
    public async Task What_hides_in_a_text_is_refused_and_keeps_no_urn_shut(string words)
    {
        var text = Make(QuestionKind.LongText, "Was noch?");
        var survey = await host.Run([text]);
        var (browser, page, _) = await survey.Participant();
        page = await browser.Send(page, survey.Url, (AnswerForm.Field(text), words), ("go", "next"));
        Assert.True((int)page.Status is 400 or 422, $"{page.Status}");
        Assert.Equal(0, await survey.Empty());
    }

    private static string Values(EventOps.Registration.Tests.Page page) =>
        string.Join('\n', page.Html.QuerySelectorAll("input").Select(input => input.GetAttribute("value")));

    private static IEnumerable<(string, string?)> All(IEnumerable<Question> questions) =>
        from question in questions from row in question.Rows select (AnswerForm.Field(question, row.Code), (string?)"4");

    private static Question Nasty(Question question) => question with
    {
        Hint = new(Hostile, Hostile),
        Choices = [.. question.Choices.Select(choice => choice with { Text = new(Hostile, Hostile) })],
        Rows = [.. question.Rows.Select(row => row with { Text = new(Hostile, Hostile) })],
        Scale = question.Scale is { } scale
            ? scale with { LowEnd = new(Hostile, Hostile), HighEnd = new(Hostile, Hostile) } : null,
        Other = question.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice,
    };
}
