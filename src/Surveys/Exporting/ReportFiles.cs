using System.Text.Json;
using EventOps.EventStore;
using EventOps.Surveys.BuildingASurvey;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Exporting;

/// <summary>The report as files: to print, for spreadsheets, for programs; and the open data of a published one.</summary>
public static class ReportFiles
{
    public static void Map(IEndpointRouteBuilder open, IEndpointRouteBuilder organisers, IEndpointRouteBuilder api)
    {
        Staff(organisers, "pdf", "application/pdf", (at, _, report, before) => ReportPdf.Write(at.Event, report, before));
        Staff(organisers, "csv", "text/csv; charset=utf-8", (_, _, report, _) => ReportTable.Csv(report));
        Staff(organisers, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (_, _, report, _) =>
            ReportXlsx.Write(report));
        Staff(organisers, "json", "application/json; charset=utf-8", (_, id, report, before) => Json(id, report, before));
        api.MapGet("surveys/{id:guid}/report", Api)
            .WithSummary("A survey's report: no number in it is about fewer people than it says; a withheld one is null.")
            .Produces<ReportJson>().ProducesProblem(404);
        open.MapGet("survey/{id:guid}/open-data.zip", Open);
    }

    private static void Staff(
        IEndpointRouteBuilder organisers, string ending, string type, Func<AtSurveys, Guid, Report, Report?, byte[]> write) =>
            organisers.MapGet(
        $"surveys/{{id:guid}}/report.{ending}",
        async (AtSurveys at, Guid id, HttpContext http, IEventStore store, Reports reports, CancellationToken ct) =>
        {
            if (await BuildSurvey.Find(at, id, store, ct) is not { } survey) return PageAnswers.NotFound();
            http.Response.Headers.CacheControl = "no-store";
            var report = await reports.Of(id, survey, Threshold.Inside, ct);
            var before = await reports.Before(survey, Threshold.Inside, ct);
            return Results.File(write(at, id, report, before), type, $"{at.Event.Slug}-report.{ending}");
        });

    private static async Task<IResult> Api(
        AtSurveys at, Guid id, HttpContext http, IEventStore store, Reports reports, CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { } survey) return Results.Problem(
            statusCode: StatusCodes.Status404NotFound);
        http.Response.Headers.CacheControl = "no-store";
        var report = ReportJson.Of(
            id, await reports.Of(id, survey, Threshold.Inside, ct), await reports.Before(survey, Threshold.Inside, ct));
        return Results.Json(report, ExportJson.Default.ReportJson);
    }

    private static async Task<IResult> Open(
        AtSurveys at, Guid id, HttpContext http, IEventStore store, Reports reports, CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { IsPublic: true } survey) return PageAnswers.NotFound();
        http.Response.Headers.CacheControl = "no-cache";
        var report = await reports.Of(id, survey, Threshold.OpenData, ct);
        return Results.File(OpenData.Write(id, at.Event, report), "application/zip", $"{at.Event.Slug}-open-data.zip");
    }

    private static byte[] Json(Guid id, Report report, Report? before) =>
        JsonSerializer.SerializeToUtf8Bytes(ReportJson.Of(id, report, before), ExportJson.Default.ReportJson);
}
