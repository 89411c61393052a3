using System.Net;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Questionnaires;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.BuildingASurvey;

/// <summary>Two organisers at one questionnaire, clicks that come twice, and forms that nobody has made.</summary>
public class EditingTogetherTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    [Fact]
    public async Task Who_saves_a_question_that_somebody_changed_meanwhile_is_asked_once_more()
    {
        var (survey, colour) = await Draft(Make(QuestionKind.SingleChoice, "Welche Farbe?"));
        var (one, other) = (host.Organiser(), host.Organiser());
        var url = $"{survey.Staff}/questions/{colour.Id}";
        var (mine, theirs) = (await one.Open(url), await other.Open(url));
        await other.Send(theirs, url, ("text.en", "Which colour?"), ("go", "save"));

        var page = await one.Send(mine, url, ("text.de", "Welche Lieblingsfarbe?"), ("go", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Jemand anderes hat das inzwischen geändert", page.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Welche Lieblingsfarbe?", page.Html.QuerySelector("input[name='text.de']")!.GetAttribute("value"));
        Assert.Equal(new("Welche Farbe?", "Which colour?"), (await survey.Now()).Questions[0].Text);

        await one.Send(page, url, ("go", "save"));
        Assert.Equal("Welche Lieblingsfarbe?", (await survey.Now()).Questions[0].Text.De);
    }

    [Fact]
    public async Task A_second_click_on_save_is_no_change_by_somebody_else()
    {
        var (survey, colour) = await Draft(Make(QuestionKind.SingleChoice, "Welche Farbe?"));
        var organiser = host.Organiser();
        var url = $"{survey.Staff}/questions/{colour.Id}";
        var page = await organiser.Open(url);
        for (var click = 0; click < 2; click++)
            Assert.Equal(
                HttpStatusCode.OK, (await organiser.Send(page, url, ("text.en", "Which colour?"), ("go", "save"))).Status);
        page = await organiser.Open($"{survey.Staff}/terms");
        for (var click = 0; click < 2; click++)
            Assert.Equal(HttpStatusCode.OK, (await organiser.Send(page, $"{survey.Staff}/terms", ("title.en", "How?"))).Status);
        Assert.Equal("How?", (await survey.Now()).Terms.Title.En);
    }

    [Fact]
    public async Task Terms_that_somebody_changed_meanwhile_are_not_overwritten_unseen()
    {
        var (survey, _) = await Draft(Make(QuestionKind.Rating, "Wie war es?"));
        var (one, other) = (host.Organiser(), host.Organiser());
        var url = $"{survey.Staff}/terms";
        var (mine, theirs) = (await one.Open(url), await other.Open(url));
        await other.Send(theirs, url, ("mode", "Named"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await one.Send(mine, url, ("title.de", "Neuer Titel"))).Status);
        Assert.Equal(SurveyMode.Named, (await survey.Now()).Terms.Mode);
    }

    [Fact]
    public async Task A_ready_question_is_added_once_however_often_the_button_is_pressed()
    {
        var (survey, _) = await Draft(Make(QuestionKind.Rating, "Wie war es?"));
        var organiser = host.Organiser();
        var page = await organiser.Open(survey.Staff);
        var ends = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            organiser.Send(page, $"{survey.Staff}/questions/ready", ("ready", "1"))));
        Assert.All(ends, end => Assert.Equal(HttpStatusCode.OK, end.Status));
        Assert.Equal(2, (await survey.Now()).Questions.Count);
        await organiser.Send(await organiser.Open(survey.Staff), $"{survey.Staff}/questions/ready", ("ready", "1"));
        Assert.Equal(3, (await survey.Now()).Questions.Count);
    }

    [Fact]
    public async Task Conditions_that_a_file_brought_survive_an_edit()
    {
        var number = Make(QuestionKind.Number, "Wie viele?");
        List<Check> checks = [.. Enumerable.Range(1, 5).Select(value => new Check(number.Id, null, Comparison.AtLeast, value, null))];
        var (survey, why) = await Draft(number, Make(QuestionKind.ShortText, "Warum?", when: new(true, checks)));
        var organiser = host.Organiser();
        var url = $"{survey.Staff}/questions/{why.Id}";
        var page = await organiser.Open(url);
        Assert.Contains("Wie viele?: 5", page.At("select[name='when.answer']"), StringComparison.Ordinal);
        page = await organiser.Send(page, url, ("text.en", "Why?"), ("go", "save"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(checks, (await survey.Now()).Question(why.Id)!.When!.Checks);
    }

    [Fact]
    public async Task Choices_by_numbers_that_stand_for_nothing_break_no_page()
    {
        var (survey, rating) = await Draft(Make(QuestionKind.Rating, "Wie war es?"));
        var organiser = host.Organiser();
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open($"{survey.Staff}/questions/new?kind=99")).Status);
        var url = $"{survey.Staff}/questions/{rating.Id}";
        await organiser.Send(await organiser.Open(url), url, ("need", "77"), ("go", "save"));
        await organiser.Send(
            await organiser.Open($"{survey.Staff}/terms"), $"{survey.Staff}/terms", ("mode", "9"), ("audience", "-3"));
        foreach (var path in (string[])["", "/terms", "/invitations", "/report"])
            Assert.Equal(HttpStatusCode.OK, (await organiser.Open(survey.Staff + path)).Status);
        Assert.Equal(
            (SurveyMode.Anonymous, Audience.CheckedIn), ((await survey.Now()).Terms.Mode, (await survey.Now()).Terms.Audience));
    }

    // Gives the last question, too.
    private async Task<(RunningSurvey Survey, Question Last)> Draft(params Question[] questions)
    {
        var (eventId, slug) = await host.Event();
        var id = Guid.CreateVersion7();
        var work = new Work().On(
            Questionnaire.Stream(id), Questionnaire.Decider,
            new PlanSurvey(eventId, Organisations.First, SurveyTerms.Usual(new("Wie war es?", ""))));
        foreach (var question in questions) work.On(Questionnaire.Stream(id), Questionnaire.Decider, new PutQuestion(question));
        Assert.Null((await host.Store.Handle(work)).Refusal);
        return (new(host, id, eventId, slug, questions), questions[^1]);
    }
}
