using System.Net;
using EventOps.Registration.Tests;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using Microsoft.Extensions.DependencyInjection;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.BuildingASurvey;

public class BuildingTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    [Fact]
    public async Task A_survey_begins_with_ready_questions_and_another_edition_asks_them_again()
    {
        var (organiser, first, second) = (host.Organiser(), await host.Event(), await host.Event());
        var page = await organiser.Open($"/events/{first.Slug}/surveys");
        page = await organiser.Send(page, $"/events/{first.Slug}/surveys", ("from", "ready"));
        var survey = Guid.Parse(page.Url.Split('/')[^1]);
        page = await organiser.Open($"/events/{second.Slug}/surveys");
        page = await organiser.Send(page, $"/events/{second.Slug}/surveys", ("from", $"{survey}"));
        var again = Guid.Parse(page.Url.Split('/')[^1]);

        var (before, now) = (await Load(survey), await Load(again));
        Assert.Equal(before.Questions.Select(question => question.Lineage), now.Questions.Select(question => question.Lineage));
        Assert.Empty(before.Questions.Select(question => question.Id).Intersect(now.Questions.Select(question => question.Id)));
        Assert.Equal(survey, now.Terms.PreviousId);
    }

    [Fact]
    public async Task A_question_with_choices_and_a_condition_is_written_changed_and_removed()
    {
        var (organiser, survey) = await Draft();
        var page = await organiser.Open($"{survey}/questions/new?kind=SingleChoice");
        page = await organiser.Send(
            page, $"{survey}/questions/new",
            [.. Choices("choice", "ja", "nein"), ("text.de", "Kommen Sie wieder?"), ("go", "save")]);
        var first = Assert.Single((await Load(survey)).Questions);
        page = await organiser.Open($"{survey}/questions/new?kind=LongText");
        page = await organiser.Send(
            page, $"{survey}/questions/new", ("text.de", "Warum nicht?"), ("when.answer", $"q:{first.Id}::2"), ("when.how", "Is"),
            ("go", "save"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var why = (await Load(survey)).Questions[1];
        Assert.Equal(new Check(first.Id, null, Comparison.Is, 2, null), Assert.Single(why.When!.Checks));

        page = await organiser.Open($"{survey}/questions/{first.Id}");
        page = await organiser.Send(page, $"{survey}/questions/{first.Id}", ("text.en", "Will you come again?"), ("go", "save"));
        Assert.Equal("Will you come again?", (await Load(survey)).Questions[0].Text.En);
        Assert.Equal([1, 2], (await Load(survey)).Questions[0].Choices.Select(choice => choice.Code));

        page = await organiser.Open(survey);
        page = await organiser.Send(page, $"{survey}/questions/{first.Id}/remove");
        Assert.Contains("Eine Bedingung darf nur auf Fragen schauen", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incomplete_question_comes_back_with_everything_typed()
    {
        var (organiser, survey) = await Draft();
        var page = await organiser.Open($"{survey}/questions/new?kind=MultipleChoice");
        page = await organiser.Send(page, $"{survey}/questions/new", ("text.de", "<b>Fett?</b>"), ("go", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("mindestens zwei Antworten", page.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("<b>Fett?</b>", page.Html.QuerySelector("input[name='text.de']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Once_it_runs_the_promise_stands()
    {
        var survey = await host.Run([Make(QuestionKind.Rating, "Wie?")]);
        var organiser = host.Organiser();
        var page = await organiser.Open($"{survey.Staff}/terms");
        Assert.Contains("Das Versprechen steht fest", page.Text, StringComparison.Ordinal);
        page = await organiser.Send(page, $"{survey.Staff}/terms", ("mode", "Named"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(SurveyMode.Anonymous, (await survey.Now()).Terms.Mode);
    }

    [Fact]
    public async Task Others_see_neither_drafts_nor_the_organisers_pages()
    {
        var (_, survey) = await Draft();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.As().Open(survey.Replace("/surveys/", "/survey/", StringComparison.Ordinal))).Status);
        var stranger = host.As(TestCaller.Organiser(Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(survey)).Status);
    }

    [Fact]
    public async Task The_list_is_the_same_when_it_is_made_again()
    {
        var survey = await host.Run([Make(QuestionKind.Rating, "Wie?")]);
        var rows = await host.Services.GetRequiredService<SurveyRows>().OfEvent(survey.EventId, CancellationToken.None);
        Assert.Equal((survey.Id, SurveyStage.Open), (Assert.Single(rows).Id, rows[0].Stage));
    }

    private static (string, string?)[] Choices(string name, params string[] texts) =>
        [.. texts.Select(text => ($"{name}.de", (string?)text))];

    private async Task<(Browser Organiser, string Survey)> Draft()
    {
        var (organiser, at) = (host.Organiser(), await host.Event());
        var page = await organiser.Open($"/events/{at.Slug}/surveys");
        page = await organiser.Send(page, $"/events/{at.Slug}/surveys", ("from", "nothing"));
        return (organiser, new Uri(page.Url).AbsolutePath);
    }

    private Task<Questionnaire> Load(string url) => Load(Guid.Parse(url.Split('/')[^1]));

    private async Task<Questionnaire> Load(Guid survey) =>
        (await host.Store.Load(Questionnaire.Stream(survey), Questionnaire.Decider)).State;
}
