using EventOps.EventStore;
using EventOps.Surveys.BuildingASurvey;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.ExportingQuestionnaires;

/// <summary>The questionnaire of a survey as files that other programs read.</summary>
public static class ExportSurvey
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        var export = organisers.MapGroup("surveys/{id:guid}/export");
        export.MapGet("", async (AtSurveys at, Guid id, HttpContext http, IEventStore store, CancellationToken ct) =>
            await BuildSurvey.Find(at, id, store, ct) is { } survey
                ? PageAnswers.Own<ExportPage>(http, new { At = at, Id = id, Survey = survey }) : PageAnswers.NotFound());
        export.MapGet("questionnaire.lss", (AtSurveys at, Guid id, IEventStore store, CancellationToken ct) =>
            File(at, id, LimeSurveyWriting.Write, "application/xml", "lss", store, ct));
        export.MapGet("questionnaire.json", (AtSurveys at, Guid id, IEventStore store, CancellationToken ct) =>
            File(at, id, SurveyJsWriting.Write, "application/json", "json", store, ct));
    }

    private static async Task<IResult> File(
        AtSurveys at, Guid id, Func<Questionnaire, byte[]> write, string type, string ending, IEventStore store,
        CancellationToken ct) =>
        await BuildSurvey.Find(at, id, store, ct) is { } survey
            ? Results.File(write(survey), type, $"{at.Event.Slug}-questionnaire.{ending}") : PageAnswers.NotFound();
}
