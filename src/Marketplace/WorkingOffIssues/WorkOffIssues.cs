using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Issues;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.SetUpDays;
using EventOps.Marketplace.Stands;
using EventOps.Ui;
using EventOps.Ui.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.WorkingOffIssues;

/// <summary>The organisers' board: what was reported, who looks after it, what is done. Keeps itself up to date.</summary>
public static class WorkOffIssues
{
    public sealed record Tools(IEventStore Store, IssueRows Rows, ExhibitorNames Names, StandRows Stands);

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("set-up-day",
            (AtMarket at, string? only, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            Show(at, only, null, http, use, ct));
        organisers.MapGet("set-up-day/changes", (AtMarket at, HttpContext http, IssueFeed feed, CancellationToken ct) =>
            new LiveStream(feed.Watch(at.Event.Id, LiveStream.LastId(http.Request), ct), _ =>
                ValueTask.FromResult(at.Organises))).DisableRequestTimeout();
        organisers.MapPost("set-up-day/issues/{id:guid}", Act);
        organisers.MapGet("set-up-day/issues/{id:guid}/photo",
            async (AtMarket at, Guid id, HttpContext http, IssueRows rows, CancellationToken ct) =>
        {
            if (await rows.Photo(at.Event.Id, id, ct) is not var (bytes, type)) return PageAnswers.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.ContentSecurityPolicy = ServesUpload.Policy;
            return Results.File(bytes, type);
        }).WithMetadata(new ServesUpload());
    }

    private static async Task<IResult> Act(
        AtMarket at, Guid id, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var (issue, _) = await use.Store.Load(Issue.Stream(id), Issue.Decider, ct);
        if (issue.EventId != at.Event.Id) return PageAnswers.NotFound();
        var form = TypedForm.Of("issue", typed);
        var (note, place) = (form.Text("note", 1000), form.Line("place", Shape.Name));
        var stand = Guid.TryParse(typed["stand"], out var chosen) ? chosen : (Guid?)null;
        IssueCommand? command = typed["go"].ToString() switch
        {
            _ when !form.Fits => null,
            "take" => new TakeIssue(at.Actor!, typed["from"] == "other"),
            "solve" => new SolveIssue(at.Actor!),
            "reopen" => new ReopenIssue(),
            "move" => new MoveIssue(stand),
            _ => null,
        };
        if (command is null) return Results.Extensions.SeeOther($"{at.Market}/set-up-day");
        var work = new Work().By(at.Metadata).On(Issue.Stream(id), Issue.Decider, command).Then(commit =>
        {
            if (command is SolveIssue && note.Length > 0) commit.Write(new IssueNote(id, note, null));
            if (command is MoveIssue) commit.Write(new IssueNote(id, null, stand is null ? place : ""));
        });
        var outcome = await use.Store.Handle(work, ct);
        return outcome.Refusal is { } refusal ? await Show(at, typed["only"], refusal, http, use, ct)
            : Results.Extensions.SeeOther($"{at.Market}/set-up-day?only={Uri.EscapeDataString(typed["only"].ToString())}");
    }

    private static async Task<IResult> Show(
        AtMarket at, string? only, Refusal? refusal, HttpContext http, Tools use, CancellationToken ct)
    {
        var issues = await use.Rows.Of(at.Event.Id, ct);
        var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        var (day, _) = await use.Store.Load(SetUpDay.Stream(at.Event.Id), SetUpDay.Decider, ct);
        var booked = (await use.Stands.Of(at.Event.Id, ct)).Values.Where(row => row.State == StandState.Booked).ToList();
        return PageAnswers.Own<BoardPage>(http, new
        {
            At = at,
            Board = new Board(issues, Enum.TryParse<IssueState>(only, out var state) ? state
                : null, plan, await use.Names.Of(at.Event.Id, ct)),
            Coming = day.Arrivals.Count,
            Exhibitors = booked.Select(row => row.ExhibitorId).Distinct().Count(),
            Done = booked.Sum(row => day.Tasks.Count(task => day.Done.Contains((row.StandId, task.Id)))),
            Tasks = booked.Count * day.Tasks.Count,
            Refusal = refusal,
        }, refusal is null ? 200 : Pages.Status(refusal));
    }
}

/// <summary>Issues as their board shows them.</summary>
/// <param name="All">All of the event, the oldest first.</param>
/// <param name="Only">Which are shown; null: those that are not solved.</param>
/// <param name="Plan">Numbers of stands.</param>
/// <param name="Names">Exhibitors' names.</param>
public sealed record Board(IReadOnlyList<IssueRow> All, IssueState? Only, Plan Plan, IReadOnlyDictionary<Guid, string> Names)
{
    public IEnumerable<IssueRow> Shown => Only is { } only
        ? All.Where(issue => issue.State == only)
            : All.Where(issue => issue.State != IssueState.Solved).OrderBy(issue => issue.State);

    public int Count(IssueState state) => All.Count(issue => issue.State == state);

    public string? NumberOf(IssueRow issue) => issue.StandId is { } id ? Plan.Stands.Find(id)?.Number ?? "?" : null;
}
