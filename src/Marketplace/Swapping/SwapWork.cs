using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.Swaps;
using EventOps.Messaging;

namespace EventOps.Marketplace.Swapping;

/// <summary>A swap in one transaction: both stands, both exhibitors, and new bills where the prices differ. All of it, or nothing.</summary>
public static class SwapWork
{
    public static Work End(Guid id, Swap swap, SwapCommand command) => new Work().On(Swap.Stream(id), Swap.Decider, command).Then(commit =>
    {
        if (command is DeclineSwap && swap.To is not null && commit.Events.Count > 0)
            commit.Publish(
                new ExhibitorMailDue(swap.From.ExhibitorId, swap.EventId, ExhibitorMail.SwapDeclined, swap.From.StandId),
                Swap.Stream(id));
    });

    public static async Task<Work> Accept(
        Guid id, Swap swap, AtExhibitor who, IEventStore store, Bills bills, DateTimeOffset now, CancellationToken ct)
    {
        var (plan, _) = await store.Load(Plan.Stream(swap.EventId), Plan.Decider, ct);
        var work = new Work().On(Swap.Stream(id), Swap.Decider, new AcceptSwap(who.Id));
        if (swap.To is { } to)
        {
            work.On(
                Stand.Stream(swap.From.StandId), Stand.Decider, new PassStand(swap.From.BookingId, to.BookingId, to.ExhibitorId))
                .On(Stand.Stream(to.StandId), Stand.Decider, new PassStand(to.BookingId, swap.From.BookingId, swap.From.ExhibitorId));
            await Go(work, id, who, swap.From, to.StandId, plan, store, bills, ct);
            await Go(work, id, who, to, swap.From.StandId, plan, store, bills, ct);
        }
        else if (swap.FreeStandId is { } free)
        {
            work.On(Stand.Stream(free), Stand.Decider, new PlaceAtStand(swap.From.BookingId, swap.From.ExhibitorId, now))
                .On(Stand.Stream(swap.From.StandId), Stand.Decider, new FreeStand(swap.From.BookingId));
            await Go(work, id, who, swap.From, free, plan, store, bills, ct);
        }

        return work;
    }

    // The price that was agreed goes along unless the stands' prices differ: then each pays for what it gets.
    private static async Task Go(
        Work work, Guid swapId, AtExhibitor who, SwapSide side, Guid standId, Plan plan, IEventStore store, Bills bills,
        CancellationToken ct)
    {
        var (exhibitor, _) = await store.Load(Exhibitor.Stream(side.ExhibitorId), Exhibitor.Decider, ct);
        var (booking, old, stand) = (exhibitor.Bookings.Find(side.BookingId), plan.Stands.Find(side.StandId), plan.Stands.Find(standId));
        var mail = new ExhibitorMailDue(side.ExhibitorId, who.At.Event.Id, ExhibitorMail.SwapDone, standId);
        var (price, bill) = (booking?.NetPrice ?? 0, (BillOrdered?)null);
        if (booking is not null && old is not null && stand is not null && plan.PriceOf(old) != plan.PriceOf(stand))
        {
            price = plan.PriceOf(stand);
            if (booking.BillId is not null)
            {
                bill = await bills.Of(
                    MessageId.Of($"bill|{side.BookingId}|{swapId}"), who.At, side.ExhibitorId,
                    booking with { StandId = standId, NetPrice = price }, stand,
                    plan, isQuote: false, ct);
            }
        }

        work.On(
            Exhibitor.Stream(side.ExhibitorId), Exhibitor.Decider,
            new ChangeStand(side.BookingId, side.StandId, standId, price, bill?.BillId));
        work.Then(commit =>
        {
            if (!commit.Events.Any(happened => happened is { Event: StandChanged changed } && ((StandChanged)changed).BookingId == side.BookingId)) return;
            commit.Publish(mail, Exhibitor.Stream(side.ExhibitorId));
            if (price == booking?.NetPrice || booking?.BillId is not { } oldBill) return;
            commit.Publish(new BillCancelled(oldBill, MessageId.Of($"fee|{oldBill}"), []), Exhibitor.Stream(side.ExhibitorId));
            if (bill is not null) commit.Publish(bill, Exhibitor.Stream(side.ExhibitorId), id: bill.BillId);
        });
    }
}
