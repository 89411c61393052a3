using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.Swaps;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.RunningTheMarket;

/// <summary>All exhibitors of an event, and one of them with everything that can be done.</summary>
public static class ShowExhibitors
{
    /// <summary>The name of the form.</summary>
    public const string Inviting = "invite";

    public sealed record Tools(
        IEventStore Store, ExhibitorRows Rows, StandRows Stands, BillRows Bills, SwapRows Swaps, FormKeys Keys,
        TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("exhibitors", (AtMarket at, string? only, string? q, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            List(at, only, q, TypedForm.Of(Inviting, new Dictionary<string, string>()), http, use, 200, ct));
        organisers.MapGet("exhibitors/{id:guid}", async (AtMarket at, Guid id, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            await Page(at, id, http, use, null, ct));
    }

    /// <summary>All of them, with the form that invites one more.</summary>
    public static async Task<IResult> List(
        AtMarket at, string? only, string? q, TypedForm form, HttpContext http, Tools use, int status, CancellationToken ct)
    {
        var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        var stands = (await use.Stands.Of(at.Event.Id, ct)).Values.ToLookup(row => row.ExhibitorId ?? Guid.Empty);
        var bills = (await use.Bills.OfEvent(at.Event.Id, ct)).ToDictionary(bill => bill.BillId);
        var lines = (await use.Rows.Of(at.Event.Id, ct)).Select(row => new ExhibitorLine(
            row,
            [.. stands[row.Id].Select(stand => plan.Stands.Find(stand.StandId)?.Number ?? "?").Order(StringComparer.Ordinal)],
            stands[row.Id].Any(stand => stand.State == StandState.Booked), Worst(row.BillIds, bills))).ToList();
        return PageAnswers.Own<ExhibitorsPage>(http, new
        {
            At = at,
            Plan = plan,
            Lines = lines.Where(line => line.Fits(only, q?.Trim())).ToList(),
            Only = only ?? "",
            Q = q ?? "",
            Applied = lines.Count(line => line.Row.Applied.Count > 0),
            Form = form,
            Key = use.Keys.Issue(),
        }, status);
    }

    /// <summary>One exhibitor's page; a refusal of what was just tried stands on top.</summary>
    public static async Task<IResult> Page(
        AtMarket at, Guid id, HttpContext http, Tools use, Refusal? refusal, CancellationToken ct)
    {
        var (exhibitor, _) = await use.Store.Load(Exhibitor.Stream(id), Exhibitor.Decider, ct);
        if (exhibitor.EventId != at.Event.Id || await use.Rows.Find(id, ct) is not { } row) return PageAnswers.NotFound();
        var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        var rows = await use.Stands.Of(at.Event.Id, ct);
        return PageAnswers.Own<ExhibitorPage>(http, new
        {
            At = at,
            View = new ExhibitorView(
                id, exhibitor, row, plan,
                [.. plan.Stands.Where(stand => rows.GetValueOrDefault(stand.Id)?.State is StandState.Free or StandState.Blocked)],
                await use.Bills.Of(row.BillIds, ct), await use.Swaps.Open(at.Event.Id, id, ct), use.Keys.Issue(),
                use.Clock.GetUtcNow()),
            Refusal = refusal,
        }, refusal is null ? 200 : Pages.Status(refusal));
    }

    private static BillState? Worst(IReadOnlyList<Guid> ids, Dictionary<Guid, BillChanged> bills)
    {
        BillState[] order = [BillState.Overdue, BillState.RefundDue, BillState.Open, BillState.Waiting, BillState.Paid];
        var states = ids.Select(id => bills.GetValueOrDefault(id)?.State).OfType<BillState>().ToHashSet();
        return order.Where(states.Contains).Select(state => (BillState?)state).FirstOrDefault();
    }
}

/// <summary>A line of the list.</summary>
/// <param name="Row">The exhibitor.</param>
/// <param name="Numbers">Stands that they hold or have.</param>
/// <param name="HasBooked">Whether one of them is booked.</param>
/// <param name="Bill">The state that most needs a look.</param>
public sealed record ExhibitorLine(ExhibitorRow Row, IReadOnlyList<string> Numbers, bool HasBooked, BillState? Bill)
{
    public bool Fits(string? only, string? words) => only switch
    {
        "applied" => Row.Applied.Count > 0,
        "booked" => HasBooked,
        "without" => !HasBooked,
        "unpaid" => Bill is BillState.Open or BillState.Overdue,
        _ => true,
    } && (string.IsNullOrEmpty(words) || $"{Row.Organisation} {Row.Contact} {Row.Email} {string.Join(' ', Numbers)}"
        .Contains(words, StringComparison.CurrentCultureIgnoreCase));
}

/// <summary>One exhibitor for those who run the marketplace.</summary>
public sealed record ExhibitorView(
    Guid Id, Exhibitor Exhibitor, ExhibitorRow Row, Plan Plan, IReadOnlyList<PlannedStand> Free, IReadOnlyList<BillChanged> Bills,
    IReadOnlyList<(Guid Id, Swap Swap)> Swaps, string Key, DateTimeOffset Now)
{
    public string NumberOf(Guid standId) => Plan.Stands.Find(standId)?.Number ?? "?";
}
