using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.Stands;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.BookingAStand;

/// <summary>
/// Says openly that a hold is over: the stand was free from that moment on, now pages and the waiting list know it. Somebody else may
/// have the stand by now; what the late one still keeps beside it goes all the same.
/// </summary>
public static class LapseHolds
{
    public static async Task<Work> Handle(HoldOverdue due, Handling handling)
    {
        var store = handling.Services.GetRequiredService<IEventStore>();
        var (exhibitor, _) = await store.Load(Exhibitor.Stream(due.ExhibitorId), Exhibitor.Decider, handling.Cancellation);
        var (plan, _) = await store.Load(Plan.Stream(exhibitor.EventId), Plan.Decider, handling.Cancellation);
        var category = plan.Stands.Find(due.StandId)?.CategoryId;
        var queue = category is { } id ? (await store.Load(Queue.Stream(id), Queue.Decider, handling.Cancellation)).State : null;
        return StandWork.Lapse(
            due.StandId, due.HoldId, due.ExhibitorId, exhibitor.Bookings.Find(due.HoldId)?.Extras ?? [], category,
            handling.Clock.GetUtcNow())
            .By(handling.Metadata)
            .Then(commit =>
            {
                if (queue?.Offers.ContainsKey(due.HoldId) != true) return;
                commit.Publish(
                    new ExhibitorMailDue(due.ExhibitorId, exhibitor.EventId, ExhibitorMail.OfferOver, due.StandId),
                    Stand.Stream(due.StandId));
            });
    }
}
