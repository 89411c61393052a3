using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.ShowingThePlan;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.UploadingAPlan;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.BookingAStand;

/// <summary>The plan for an exhibitor: what is free, one stand from near, and the button that keeps it.</summary>
public static class ChooseAStand
{
    public sealed record Tools(IEventStore Store, StandRows Rows, FormKeys Keys, TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("plan", ShowPlan);
        exhibitors.MapGet("stands/{id:guid}", ShowStand);
        exhibitors.MapPost("stands/{id:guid}/hold", Hold).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
    }

    /// <summary>What a stand is to this exhibitor.</summary>
    public static async Task<StandChoice?> Choice(AtExhibitor who, Guid standId, Plan plan, Tools use, CancellationToken ct)
    {
        if (plan.Stands.Find(standId) is not { } stand) return null;
        var row = (await use.Rows.Of(who.At.Event.Id, ct)).GetValueOrDefault(standId) ?? StandRow.Free(standId);
        var (queue, _) = await use.Store.Load(Queue.Stream(stand.CategoryId), Queue.Decider, ct);
        return new(
            stand, row, plan.PriceOf(stand), plan.ModeOf(stand), who.Exhibitor.MayChoose(stand.ZoneId, plan.ModeOf(stand)),
            stand.ZoneId is { } zone ? who.Exhibitor.Admissions.GetValueOrDefault(zone) : Admission.None,
            queue.Waiting.Contains(who.Id), queue.Waiting.Count);
    }

    private static async Task<IResult> ShowPlan(AtExhibitor who, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var (plan, _) = await use.Store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
        return PageAnswers.Own<ChoosePage>(http, new
        {
            Who = who,
            Plan = plan,
            Stands = StandViews.ForExhibitor(plan, await use.Rows.Of(who.At.Event.Id, ct), who.Id),
            Background = ShowPicture.Url(who.At, plan),
        });
    }

    private static async Task<IResult> ShowStand(
        AtExhibitor who, Guid id, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var (plan, _) = await use.Store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
        return await Choice(who, id, plan, use, ct) is { } choice
            ? PageAnswers.Own<StandPage>(http, new { Who = who, Plan = plan, Choice = choice, Key = use.Keys.Issue() }) : PageAnswers.NotFound();
    }

    private static async Task<IResult> Hold(
        AtExhibitor who, Guid id, IFormCollection typed, [AsParameters] Tools use, CancellationToken ct)
    {
        if (use.Keys.Read(typed["key"]) is not { } key) return Results.Extensions.SeeOther($"{who.Url}/stands/{id}");
        var (plan, _) = await use.Store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
        if (plan.Stands.Find(id) is not { } stand) return PageAnswers.NotFound();
        var (market, _) = await use.Store.Load(Market.Stream(who.At.Event.Id), Market.Decider, ct);
        if (!market.Terms.IsOpen) return Pages.Refused(new MarketClosed(), who.At, who.Url);
        var work = StandWork.Hold(key.Id, who.Id, who.Exhibitor, stand, plan, market.Terms, use.Clock.GetUtcNow())
            .By(who.At.Metadata);
        var outcome = await use.Store.Handle(work, ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, who.At, $"{who.Url}/plan", BookingTexts.Of["other"]) : Results.Extensions.SeeOther($"{who.Url}/booking");
    }
}

/// <summary>One stand as an exhibitor sees it.</summary>
/// <param name="Stand">Where it is.</param>
/// <param name="Row">Who has it.</param>
/// <param name="NetPrice">What it costs now.</param>
/// <param name="Mode">How it is had.</param>
/// <param name="MayChoose">Whether this exhibitor may have it.</param>
/// <param name="Admission">What the organiser has said for its zone.</param>
/// <param name="IsWaiting">Whether they are on its waiting list.</param>
/// <param name="Waiting">How many are.</param>
public sealed record StandChoice(
    PlannedStand Stand, StandRow Row, decimal NetPrice, BookingMode Mode, bool MayChoose, Admission Admission, bool IsWaiting,
    int Waiting);
