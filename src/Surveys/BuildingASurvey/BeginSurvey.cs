using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using EventOps.Surveys.ReadyQuestions;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>All surveys of an event, and a new one: empty, with ready questions, or the questions of another edition asked again.</summary>
public static class BeginSurvey
{
    public const string Name = "begin";
    private const string Ready = "ready";

    // The ready questions that a first survey starts with: overall, recommend, matrix, most use, differently, role.
    private static readonly int[] s_usual = [0, 1, 2, 4, 8, 12];

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("surveys", (AtSurveys at, HttpContext http, SurveyRows rows, FormKeys keys, CancellationToken ct) =>
            Show(at, Standing(at), keys.Issue(), http, rows, 200, ct));
        organisers.MapPost("surveys", Handle);
    }

    private static async Task<IResult> Handle(
        AtSurveys at, IFormCollection typed, HttpContext http, IEventStore store, SurveyRows rows, FormKeys keys,
        CancellationToken ct)
    {
        var form = TypedForm.Of(Name, typed);
        var title = new LocalizedText(form.Line("title.de", Shape.Title), form.Line("title.en", Shape.Title));
        if (title.IsEmpty) form.Wrong("title.de", BuildingTexts.Of["title.missing"]);
        if (!form.Fits) return await Show(at, form, keys.Issue(), http, rows, 422, ct);
        var id = keys.Read(typed["key"])?.Id ?? Guid.CreateVersion7();
        var from = Guid.TryParse(form["from"], out var other) ? await Own(other, at, store, ct) : null;
        var questions = from is not null ? from.Questions
            : form["from"] == Ready ? [.. s_usual.Select(at => Library.All[at])] : [];
        var work = new Work().By(at.Metadata).On(
            Questionnaire.Stream(id), Questionnaire.Decider,
            new PlanSurvey(at.Event.Id, at.Event.OrganisationId, SurveyTerms.Usual(title) with { PreviousId = from is null ? null : other }));
        foreach (var question in Cloning.Again(questions))
            work.On(Questionnaire.Stream(id), Questionnaire.Decider, new PutQuestion(question));
        return (await store.Handle(work, ct)).Refusal is { } refusal
            ? Pages.Refused(refusal, at, at.Surveys)
            : Results.Extensions.SeeOther($"{at.Surveys}/{id}");
    }

    // Of another organisation there is nothing to ask again, and nothing to compare with.
    private static async Task<Questionnaire?> Own(Guid survey, AtSurveys at, IEventStore store, CancellationToken ct)
    {
        var (other, _) = await store.Load(Questionnaire.Stream(survey), Questionnaire.Decider, ct);
        return other.OrganisationId == at.Event.OrganisationId ? other : null;
    }

    private static TypedForm Standing(AtSurveys at) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["title.de"] = "Wie war Ihr Tag?",
        ["title.en"] = "How was your day?",
        ["from"] = Ready,
    });

    private static async Task<IResult> Show(
        AtSurveys at, TypedForm form, string key, HttpContext http, SurveyRows rows, int status, CancellationToken ct)
    {
        var all = await rows.OfOrganisation(at.Event.OrganisationId, ct);
        return PageAnswers.Own<SurveysPage>(http, new { At = at, Form = form, Key = key, All = all }, status);
    }
}
