using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.ReadyQuestions;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>The survey's own page: its questions in order, and its start and end.</summary>
public static class BuildSurvey
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        var survey = organisers.MapGroup("surveys/{id:guid}");
        survey.MapGet("", async (AtSurveys at, Guid id, HttpContext http, IEventStore store, FormKeys keys, CancellationToken ct) =>
            await Find(at, id, store, ct) is { } found
                ? PageAnswers.Own<BuildPage>(http, new { At = at, Id = id, Survey = found, Key = keys.Issue() })
                : PageAnswers.NotFound());
        survey.MapPost("questions/{question:guid}/move", (AtSurveys at, Guid id, Guid question, IFormCollection typed, IEventStore store, CancellationToken ct) =>
            Do(at, id, new MoveQuestion(question, typed["by"] == "up" ? -1 : 1), store, $"#q-{question}", ct));
        survey.MapPost("questions/{question:guid}/remove", (AtSurveys at, Guid id, Guid question, IEventStore store, CancellationToken ct) =>
            Do(at, id, new RemoveQuestion(question), store, "#questions", ct));
        survey.MapPost("questions/ready", AddReady);
        survey.MapPost("questions/sessions", AddSessions);
        survey.MapPost("start", (AtSurveys at, Guid id, IEventStore store, TimeProvider clock, CancellationToken ct) =>
            Do(at, id, new OpenSurvey(clock.GetUtcNow()), store, "", ct));
        survey.MapPost("end", End);
    }

    /// <summary>A survey of this event; null where there is none.</summary>
    public static async Task<Questionnaire?> Find(AtSurveys at, Guid id, IEventStore store, CancellationToken ct) =>
        (await store.Load(Questionnaire.Stream(id), Questionnaire.Decider, ct)).State is { Stage: not SurveyStage.Missing } found
        && found.EventId == at.Event.Id ? found : null;

    public static async Task<IResult> Do(
        AtSurveys at, Guid id, QuestionnaireCommand command, IEventStore store, string anchor, CancellationToken ct)
    {
        if (await Find(at, id, store, ct) is null) return PageAnswers.NotFound();
        var outcome = await store.Handle(
            new Work().By(at.Metadata).On(Questionnaire.Stream(id), Questionnaire.Decider, command), ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Surveys}/{id}")
            : Results.Extensions.SeeOther($"{at.Surveys}/{id}{anchor}");
    }

    private static async Task<IResult> AddReady(
        AtSurveys at, Guid id, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct)
    {
        if (await Find(at, id, store, ct) is not { } survey) return PageAnswers.NotFound();
        if (!int.TryParse(typed["ready"], out var number) || number < 0 || number >= Library.All.Count)
            return PageAnswers.NotFound();
        return await Add(at, id, Cloning.Again([Library.All[number]])[0], survey, keys.Read(typed["key"])?.Id, store, ct);
    }

    // "Which sessions were you at?": later questions can depend on it, and nobody has to be recognised for that.
    private static async Task<IResult> AddSessions(
        AtSurveys at, Guid id, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct)
    {
        if (await Find(at, id, store, ct) is not { } survey) return PageAnswers.NotFound();
        var question = new Question(
            Guid.NewGuid(), Library.Sessions, QuestionKind.MultipleChoice, survey.Pages, Library.WhichSessions,
            LocalizedText.Empty,
            [.. at.Event.Sessions.Select((session, number) => new QuestionChoice(number + 1, new(session.NameDe, session.NameEn)))],
            [], null, Need.Voluntary, false, Bounds.None, null);
        return await Add(at, id, question, survey, keys.Read(typed["key"])?.Id, store, ct);
    }

    // The form's key is the question's id: a second click finds it in its place.
    private static async Task<IResult> Add(
        AtSurveys at, Guid id, Question question, Questionnaire survey, Guid? key, IEventStore store, CancellationToken ct)
    {
        var added = question with { Id = key ?? question.Id, Page = survey.Pages };
        return survey.Question(added.Id) is not null
            ? Results.Extensions.SeeOther($"{at.Surveys}/{id}#q-{added.Id}")
            : await Do(at, id, new PutQuestion(added), store, $"#q-{added.Id}", ct);
    }

    private static async Task<IResult> End(
        AtSurveys at, Guid id, IEventStore store, EmptyingTheUrn urn, TimeProvider clock, CancellationToken ct)
    {
        var ended = await Do(at, id, new CloseSurvey(clock.GetUtcNow()), store, "", ct);
        if (await Find(at, id, store, ct) is { Stage: SurveyStage.Closed }) await urn.Empty(id, ended: true, ct);
        return ended;
    }
}
