using EventOps.EventStore;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>One question: adds and changes it.</summary>
public static class EditQuestion
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        var questions = organisers.MapGroup("surveys/{id:guid}/questions");
        questions.MapGet("new", async (AtSurveys at, Guid id, string? kind, HttpContext http, IEventStore store, FormKeys keys, CancellationToken ct) =>
            await BuildSurvey.Find(at, id, store, ct) is { } survey && OneOf.Named<QuestionKind>(kind) is { } known
                ? Show(at, id, survey, null, known, QuestionForm.New(survey.Pages), keys.Issue(), http, 200)
                : PageAnswers.NotFound());
        questions.MapGet("{question:guid}", async (AtSurveys at, Guid id, Guid question, HttpContext http, IEventStore store, CancellationToken ct) =>
            await BuildSurvey.Find(at, id, store, ct) is { } survey && survey.Question(question) is { } found
                ? Show(at, id, survey, found, found.Kind, QuestionForm.Standing(found), "", http, 200)
                : PageAnswers.NotFound());
        questions.MapPost("new", (AtSurveys at, Guid id, IFormCollection typed, HttpContext http, IEventStore store, FormKeys keys, CancellationToken ct) =>
            Save(at, id, null, typed, http, store, keys, ct));
        questions.MapPost("{question:guid}", (
            AtSurveys at, Guid id, Guid question, IFormCollection typed, HttpContext http, IEventStore store, FormKeys keys,
            CancellationToken ct) =>
            Save(at, id, question, typed, http, store, keys, ct));
    }

    private static async Task<IResult> Save(
        AtSurveys at, Guid id, Guid? questionId, IFormCollection typed, HttpContext http, IEventStore store, FormKeys keys,
        CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { } survey) return PageAnswers.NotFound();
        var standing = questionId is { } known ? survey.Question(known) : null;
        if (questionId is not null && standing is null) return PageAnswers.NotFound();
        var kind = standing?.Kind ?? OneOf.Named<QuestionKind>(typed["kind"]) ?? QuestionKind.SingleChoice;
        var key = keys.Read(typed["key"]);
        var form = TypedForm.Of(QuestionForm.Name, typed);
        var question = standing is null
            ? QuestionForm.Read(form, key?.Id ?? Guid.NewGuid(), key?.Id ?? Guid.NewGuid(), kind)
            : QuestionForm.Read(form, standing.Id, standing.Lineage, kind);
        // More rows: the form comes back longer, nothing is stored.
        if (typed["go"] == "rows")
            return Show(
                at, id, survey, standing, kind, TypedForm.Of(QuestionForm.Name, typed), typed["key"].ToString(), http, 200);
        if (form.Fits && standing is not null && Seen.Differs(typed[Seen.Field], Seen.Of(standing), Seen.Of(question)))
            form.Wrong("text.de", BuildingTexts.Of["seen.changed"]);
        if (form.Fits)
        {
            var outcome = await store.Handle(
                new Work().By(at.Metadata).On(Questionnaire.Stream(id), Questionnaire.Decider, new PutQuestion(question)), ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther($"{at.Surveys}/{id}#q-{question.Id}");
            form.Refused(outcome.Refusal is LooksAhead ? "when.answer" : "text.de", outcome.Refusal, Texts.Of);
        }

        return Show(at, id, survey, standing, kind, form, standing is null ? typed["key"].ToString() : "", http, 422);
    }

    private static IResult Show(
        AtSurveys at, Guid id, Questionnaire survey, Question? standing, QuestionKind kind, TypedForm form, string key,
        HttpContext http, int status) =>
        PageAnswers.Own<QuestionPage>(
            http, new { At = at, Id = id, Survey = survey, Standing = standing, Kind = kind, Form = form, Key = key }, status);
}
