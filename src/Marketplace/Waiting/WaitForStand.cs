using EventOps.EventStore;
using EventOps.Marketplace.BookingAStand;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.Stands;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.Waiting;

/// <summary>Joining and leaving the waiting list of a category, and the answer to what it brings.</summary>
public static class WaitForStand
{
    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        var posts = exhibitors.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        posts.MapPost("waiting/{category:guid}", Join);
        posts.MapPost("offers/{category:guid}/{hold:guid}", Answer);
    }

    private static async Task<IResult> Join(
        AtExhibitor who, Guid category, IFormCollection typed, IEventStore store, CancellationToken ct)
    {
        var (plan, _) = await store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
        if (!plan.Categories.Has(category)) return PageAnswers.NotFound();
        QueueCommand command = typed["go"] == "leave" ? new LeaveQueue(who.Id) : new JoinQueue(who.At.Event.Id, who.Id);
        await store.Handle(new Work().By(who.At.Metadata).On(Queue.Stream(category), Queue.Decider, command), ct);
        var back = typed["back"].ToString();
        return Results.Extensions.SeeOther(Guid.TryParse(back.Replace("stands/", "", StringComparison.Ordinal), out var stand)
            ? $"{who.Url}/stands/{stand}" : $"{who.Url}/mine");
    }

    private static async Task<IResult> Answer(
        AtExhibitor who, Guid category, Guid hold, IFormCollection typed, IEventStore store, TimeProvider clock,
        CancellationToken ct)
    {
        var (queue, _) = await store.Load(Queue.Stream(category), Queue.Decider, ct);
        if (queue.Offers.GetValueOrDefault(hold) is not { } offer || offer.ExhibitorId != who.Id)
            return Results.Extensions.SeeOther($"{who.Url}/mine");
        if (typed["go"] == "take")
        {
            var (plan, _) = await store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
            var (market, _) = await store.Load(Market.Stream(who.At.Event.Id), Market.Decider, ct);
            if (plan.Stands.Find(offer.StandId) is not { } stand) return PageAnswers.NotFound();
            var taken = StandWork.TakeOffer(offer, who.Exhibitor, stand, plan, market.Terms, clock.GetUtcNow())
                .By(who.At.Metadata);
            return (await store.Handle(taken, ct)).Refusal is { } refusal
                ? Pages.Refused(refusal, who.At, $"{who.Url}/mine") : Results.Extensions.SeeOther($"{who.Url}/booking");
        }

        await store.Handle(
            new Work().By(who.At.Metadata)
                .On(Queue.Stream(category), Queue.Decider, new EndOffer(hold, Took: false))
                .On(Stand.Stream(offer.StandId), Stand.Decider, new FreeStand(hold)), ct);
        return Results.Extensions.SeeOther($"{who.Url}/mine");
    }
}
