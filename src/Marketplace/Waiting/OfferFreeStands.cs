using EventOps.EventStore;
using EventOps.Marketplace.BookingAStand;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.Stands;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Waiting;

/// <summary>A stand may be free: offer it to whoever waits for its category.</summary>
public sealed record StandCameFree(Guid StandId);

/// <summary>
/// Offers a stand that came free to the next on the waiting list. Nobody else can take it in between: whoever wants to hold a stand
/// asks the waiting list in the same transaction.
/// </summary>
public static class OfferFreeStands
{
    /// <summary>Notices every way in which a stand comes free, so that none is forgotten.</summary>
    public static Subscription Noticed { get; } = new(
        "marketplace.offer-free-stands",
        [typeof(StandOpened), typeof(HoldLapsed), typeof(StandFreed), typeof(StandUnblocked), typeof(QueueJoined)], Notice);

    public static async Task<Work> Handle(StandCameFree free, Handling handling)
    {
        var (store, now) = (handling.Services.GetRequiredService<IEventStore>(), handling.Clock.GetUtcNow());
        var (stand, _) = await store.Load(Stand.Stream(free.StandId), Stand.Decider, handling.Cancellation);
        if (stand is not Stand.Free { EventId: var eventId }) return new Work();
        var (plan, _) = await store.Load(Plan.Stream(eventId), Plan.Decider, handling.Cancellation);
        if (plan.Stands.Find(free.StandId) is not { } planned) return new Work();
        var (queue, _) = await store.Load(Queue.Stream(planned.CategoryId), Queue.Decider, handling.Cancellation);
        if (queue.Next is not { } next) return new Work();
        var (market, _) = await store.Load(Market.Stream(eventId), Market.Decider, handling.Cancellation);
        var (holdId, until) = (handling.MessageId, now.AddHours(market.Terms.OfferHours));
        // Two stands that come free at once both want to go to the first in line: the second one asks again.
        handling.IfRefused(_ => new Work().Then(commit => commit.Publish(free, Stand.Stream(free.StandId), now.AddSeconds(1))));
        return new Work().By(handling.Metadata)
            .On(Queue.Stream(planned.CategoryId), Queue.Decider, new OfferStand(holdId, planned.Id, next, until))
            .On(Stand.Stream(planned.Id), Stand.Decider, new HoldStand(holdId, next, now, until, until.AddMinutes(market.Terms.LongestMinutes)))
            .Then(commit =>
            {
                commit.Publish(new HoldOverdue(planned.Id, holdId, next), Stand.Stream(planned.Id), until);
                commit.Publish(new ExhibitorMailDue(next, eventId, ExhibitorMail.Offered, planned.Id), Stand.Stream(planned.Id));
            });
    }

    private static async Task Notice(IReadOnlyList<Recorded> events, IServiceProvider services, CancellationToken ct)
    {
        var store = services.GetRequiredService<IEventStore>();
        var stands = events.Where(recorded => recorded.Event is not QueueJoined)
            .Select(recorded => (Id: Guid.Parse(recorded.Stream.AsSpan("stand-".Length)), Cause: recorded.Id)).ToList();
        // Who joins while a stand is free, which the page does not ask for but two clicks at once can do, is not left waiting.
        foreach (var joined in events.Where(recorded => recorded.Event is QueueJoined))
            stands.AddRange(await FreeOf(joined, services, ct));
        foreach (var (id, cause) in stands)
        {
            var message = MessageId.Of($"{cause}|{id}");
            await store.Handle(
                new Work().Then(commit => commit.Publish(new StandCameFree(id), Stand.Stream(id), id: message)), ct);
        }
    }

    private static async Task<IEnumerable<(Guid Id, Guid Cause)>> FreeOf(
        Recorded joined, IServiceProvider services, CancellationToken ct)
    {
        var (eventId, category) = (((QueueJoined)joined.Event).EventId, Guid.Parse(joined.Stream.AsSpan("queue-".Length)));
        var (plan, _) = await services.GetRequiredService<IEventStore>().Load(Plan.Stream(eventId), Plan.Decider, ct);
        var rows = await services.GetRequiredService<StandRows>().Of(eventId, ct);
        return plan.Stands.Where(stand => stand.CategoryId == category && rows.GetValueOrDefault(stand.Id)?.State == StandState.Free)
            .Select(stand => (stand.Id, joined.Id));
    }
}
