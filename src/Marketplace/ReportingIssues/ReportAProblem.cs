using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Issues;
using EventOps.Marketplace.Plans;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.ReportingIssues;

/// <summary>Something is wrong in the building or at a stand: exhibitors and everybody else report it, and see what became of
/// it.</summary>
public static class ReportAProblem
{
    // A building is one address: so many at once, then one every ten seconds.
    private static readonly LimitedPerAddress s_perAddress = new("report-a-problem", 60, TimeSpan.FromMinutes(10));
    private static readonly TextSource T = ReportTexts.Of;

    public sealed record Tools(IEventStore Store, FormKeys Keys, ExhibitorLinks Links, IssueRows Rows);

    public static void Map(IEndpointRouteBuilder open, IEndpointRouteBuilder exhibitors)
    {
        open.MapGet("report-a-problem", async (AtMarket at, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            Show(at, null, Empty(), use.Keys.Issue(), await Stands(at, use, ct), http, 200));
        open.MapPost("report-a-problem", ByAnybody)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true), new RequestSizeLimitAttribute(Report.LargestRequest),
                s_perAddress);
        open.MapGet("problems/{id:guid}/{token}", async (
            AtMarket at, Guid id, string token, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        {
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            return await use.Links.IsOfReport(id, token, ct) && await use.Rows.Find(id, ct) is { } issue
                && issue.EventId == at.Event.Id
                ? PageAnswers.Own<ReportStatePage>(http, new { At = at, Issue = issue }) : PageAnswers.NotFound();
        });
        exhibitors.MapGet("set-up/problem",
            async (AtExhibitor who, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            Show(who.At, who, Empty(), use.Keys.Issue(), Own(who, await Stands(who.At, use, ct)), http, 200));
        exhibitors.MapPost("set-up/problem", ByExhibitor)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true), new RequestSizeLimitAttribute(Report.LargestRequest),
                s_perAddress);
    }

    private static async Task<IResult> ByAnybody(
        AtMarket at, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var (key, stands) = (use.Keys.Read(typed["key"]), await Stands(at, use, ct));
        var report = await Report.Of(at, key?.Id ?? Guid.Empty, typed, stands, ct);
        if (key is null || typed["website"] != "") report.Form.Wrong("text", T["again"]);
        if (!report.Form.Fits) return Show(
            at, null, report.Form, key is null ? use.Keys.Issue() : typed["key"].ToString(), stands, http, 422);
        var outcome = await use.Store.Handle(report.Work(at, null), ct);
        return outcome.Refusal is { } refusal ? Pages.Refused(refusal, at, $"{at.Url}/report-a-problem")
            : Results.Extensions.SeeOther($"{at.Url}/problems/{key!.Id}/{await use.Links.OfReport(key.Id, ct)}");
    }

    private static async Task<IResult> ByExhibitor(
        AtExhibitor who, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var (key, stands) = (use.Keys.Read(typed["key"]), Own(who, await Stands(who.At, use, ct)));
        var report = await Report.Of(who.At, key?.Id ?? Guid.Empty, typed, stands, ct);
        if (key is null) report.Form.Wrong("text", T["again"]);
        if (!report.Form.Fits) return Show(
            who.At, who, report.Form, key is null ? use.Keys.Issue() : typed["key"].ToString(), stands, http, 422);
        var outcome = await use.Store.Handle(report.Work(who.At, who.Id), ct);
        return outcome.Refusal is { } refusal ? Pages.Refused(refusal, who.At, $"{who.Url}/set-up")
            : Results.Extensions.SeeOther($"{who.Url}/set-up?done=reported");
    }

    private static async Task<List<PlannedStand>> Stands(AtMarket at, Tools use, CancellationToken ct) =>
        [.. (await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct)).State.Stands.OrderBy(
            stand => stand.Number, StringComparer.Ordinal)];

    private static List<PlannedStand> Own(AtExhibitor who, List<PlannedStand> stands) =>
        stands.FindAll(stand => who.Exhibitor.Booked.Any(booking => booking.StandId == stand.Id));

    private static TypedForm Empty() => TypedForm.Of(Report.Name, new Dictionary<string, string>());

    private static IResult Show(
        AtMarket at, AtExhibitor? who, TypedForm form, string key, IReadOnlyList<PlannedStand> stands, HttpContext http,
        int status) => who is null
        ? PageAnswers.Own<ReportPage>(http, new { At = at, Form = form, Key = key, Stands = stands }, status)
        : PageAnswers.Own<OwnReportPage>(http, new { Who = who, Form = form, Key = key, Stands = stands }, status);
}
