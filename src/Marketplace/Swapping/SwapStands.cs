using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.Swaps;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.Swapping;

/// <summary>Offers one's stand for another one, and answers such offers.</summary>
public static class SwapStands
{
    public sealed record Tools(IEventStore Store, StandRows Rows, Bills Bills, FormKeys Keys, TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("swap/{booking:guid}", Show);
        var posts = exhibitors.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        posts.MapPost("swap/{booking:guid}", Offer);
        posts.MapPost("swaps/{id:guid}", Answer);
    }

    private static async Task<IResult> Show(
        AtExhibitor who, Guid booking, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (who.Exhibitor.Bookings.Find(booking) is not { IsBooked: true } own) return PageAnswers.NotFound();
        var (plan, _) = await use.Store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
        var others = (await use.Rows.Of(who.At.Event.Id, ct)).Values
            .Where(row => row.State == StandState.Booked && row.ExhibitorId != who.Id)
            .Select(row => plan.Stands.Find(row.StandId)).OfType<PlannedStand>().OrderBy(stand => stand.Number, StringComparer.Ordinal).ToList();
        return PageAnswers.Own<SwapPage>(
            http, new { Who = who, Plan = plan, Booking = own, Others = others, Key = use.Keys.Issue() });
    }

    private static async Task<IResult> Offer(
        AtExhibitor who, Guid booking, IFormCollection typed, [AsParameters] Tools use, CancellationToken ct)
    {
        if (use.Keys.Read(typed["key"]) is not { } key || !Guid.TryParse(typed["stand"], out var standId))
            return Results.Extensions.SeeOther($"{who.Url}/swap/{booking}");
        if (who.Exhibitor.Bookings.Find(booking) is not { IsBooked: true } own
            || (await use.Rows.Of(who.At.Event.Id, ct)).GetValueOrDefault(standId) is not { State: StandState.Booked, ExhibitorId: { } other, BookingId: { } theirs })
            return Pages.Refused(new BookingNotFound(), who.At, $"{who.Url}/mine");
        var command = new OfferSwap(who.At.Event.Id, new(who.Id, own.Id, own.StandId), new(other, theirs, standId));
        var work = new Work().By(who.At.Metadata).On(Swap.Stream(key.Id), Swap.Decider, command).Then(commit =>
        {
            if (commit.Events.Count > 0)
                commit.Publish(
                    new ExhibitorMailDue(other, who.At.Event.Id, ExhibitorMail.SwapOffered, own.StandId), Swap.Stream(key.Id));
        });
        return (await use.Store.Handle(work, ct)).Refusal is { } refusal
            ? Pages.Refused(refusal, who.At, $"{who.Url}/mine") : Results.Extensions.SeeOther($"{who.Url}/mine?done=offered");
    }

    private static async Task<IResult> Answer(
        AtExhibitor who, Guid id, IFormCollection typed, [AsParameters] Tools use, CancellationToken ct)
    {
        var (swap, _) = await use.Store.Load(Swap.Stream(id), Swap.Decider, ct);
        if (swap.EventId != who.At.Event.Id || (who.Id != swap.AskedId && who.Id != swap.From.ExhibitorId))
            return PageAnswers.NotFound();
        var work = typed["go"].ToString() switch
        {
            "accept" => await SwapWork.Accept(id, swap, who, use.Store, use.Bills, use.Clock.GetUtcNow(), ct),
            "decline" => SwapWork.End(id, swap, new DeclineSwap(who.Id)),
            _ => SwapWork.End(id, swap, new WithdrawSwap(who.Id)),
        };
        var done = typed["go"] == "accept" ? "swapped" : "answered";
        return (await use.Store.Handle(work.By(who.At.Metadata), ct)).Refusal is { } refusal
            ? Pages.Refused(refusal, who.At, $"{who.Url}/mine") : Results.Extensions.SeeOther($"{who.Url}/mine?done={done}");
    }
}
