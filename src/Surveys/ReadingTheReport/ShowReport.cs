using EventOps.EventStore;
using EventOps.Surveys.BuildingASurvey;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.ReadingTheReport;

/// <summary>
/// The report: for organisers with groups of five and more, for everybody with groups of ten and more once it is published.
/// </summary>
public static class ShowReport
{
    public static void Map(IEndpointRouteBuilder open, IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("surveys/{id:guid}/report", Staff);
        organisers.MapPost("surveys/{id:guid}/report/publish",
            (AtSurveys at, Guid id, IFormCollection typed, IEventStore store, TimeProvider clock, CancellationToken ct) =>
            Publish(at, id, typed["public"] == "true", store, clock, ct));
        open.MapGet("survey/{id:guid}/report", Public);
    }

    private static async Task<IResult> Staff(
        AtSurveys at, Guid id, string? by, HttpContext http, IEventStore store, Reports reports, ResponseReading reading,
        CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { } survey) return PageAnswers.NotFound();
        if (http.Request.Query.ContainsKey("filter")) return await ShowGroups.Filtered(at, id, survey, http, reading, ct);
        if (by is { Length: > 0 }) return await ShowGroups.By(at, id, survey, by, http, reading, ct);
        var report = await reports.Of(id, survey, Threshold.Inside, ct);
        var before = await reports.Before(survey, Threshold.Inside, ct);
        return PageAnswers.Own<ReportPage>(http, new { At = at, Id = id, Report = report, Before = before });
    }

    private static async Task<IResult> Public(AtSurveys at, Guid id, IEventStore store, Reports reports, CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { IsPublic: true } survey) return PageAnswers.NotFound();
        var report = await reports.Of(id, survey, Threshold.OpenData, ct);
        // What its organisers have not published is not told by a comparison either.
        var before = await reports.Before(survey, Threshold.OpenData, ct) is { Survey.IsPublic: true } published
            ? published : null;
        return new RazorComponentResult<PublicReportPage>(new { At = at, Id = id, Report = report, Before = before });
    }

    private static async Task<IResult> Publish(AtSurveys at, Guid id, bool wanted, IEventStore store, TimeProvider clock,
        CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is null) return PageAnswers.NotFound();
        var outcome = await store.Handle(new Work().By(at.Metadata).On(
            Questionnaire.Stream(id), Questionnaire.Decider, new PublishReport(wanted, clock.GetUtcNow())), ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Surveys}/{id}/report")
            : Results.Extensions.SeeOther($"{at.Surveys}/{id}/report");
    }
}
