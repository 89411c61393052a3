using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.Stands;
using EventOps.Messaging;

namespace EventOps.Marketplace.BookingAStand;

/// <summary>
/// What belongs together when somebody holds, confirms, loses or gives back a stand: the stand, the exhibitor, the extras, the waiting
/// list and the bill, in one transaction each.
/// </summary>
public static class StandWork
{
    /// <summary>Chooses a stand; what was chosen before is given back.</summary>
    public static Work Hold(
        Guid holdId, Guid exhibitorId, Exhibitor exhibitor, PlannedStand stand, Plan plan, MarketTerms terms, DateTimeOffset now)
    {
        var (until, longest) = (now.AddMinutes(terms.HoldMinutes), now.AddMinutes(terms.LongestMinutes));
        var work = new Work().On(Queue.Stream(stand.CategoryId), Queue.Decider, new PassBy(exhibitorId));
        if (exhibitor.Open is { } open && open.Id != holdId) GiveBack(work, exhibitorId, open);
        return work
            .On(Stand.Stream(stand.Id), Stand.Decider, new HoldStand(holdId, exhibitorId, now, until, longest))
            .On(Exhibitor.Stream(exhibitorId), Exhibitor.Decider, new ChooseStand(
                holdId, stand.Id, stand.ZoneId, plan.ModeOf(stand), plan.PriceOf(stand), terms.MostStands, IsOffered: false))
            .Then(commit => LapseAt(commit, stand.Id, holdId, exhibitorId, until));
    }

    /// <summary>Takes the stand that the waiting list has brought; there is time enough to confirm.</summary>
    public static Work TakeOffer(
        StandOffer offer, Exhibitor exhibitor, PlannedStand stand, Plan plan, MarketTerms terms, DateTimeOffset now)
    {
        var until = now.AddMinutes(terms.HoldMinutes);
        var work = new Work().On(Queue.Stream(stand.CategoryId), Queue.Decider, new EndOffer(offer.HoldId, Took: true));
        if (exhibitor.Open is { } open && open.Id != offer.HoldId) GiveBack(work, offer.ExhibitorId, open);
        return work
            .On(Stand.Stream(stand.Id), Stand.Decider, new ExtendHold(offer.HoldId, until))
            .On(Exhibitor.Stream(offer.ExhibitorId), Exhibitor.Decider, new ChooseStand(
                offer.HoldId, stand.Id, stand.ZoneId, plan.ModeOf(stand), plan.PriceOf(stand), terms.MostStands, IsOffered: true))
            .Then(commit => LapseAt(commit, stand.Id, offer.HoldId, offer.ExhibitorId, until > offer.Until ? until : offer.Until));
    }

    /// <summary>Keeps the stand and its extras longer; never beyond the hold's limit.</summary>
    public static Work Extend(Guid exhibitorId, Booking booking, DateTimeOffset until)
    {
        var work = new Work().On(Stand.Stream(booking.StandId), Stand.Decider, new ExtendHold(booking.Id, until));
        foreach (var extra in booking.Extras)
            work.On(Extra.Stream(extra.ExtraId), Extra.Decider, new ExtendExtra(booking.Id, until));
        return work.Then(commit => LapseAt(commit, booking.StandId, booking.Id, exhibitorId, until));
    }

    /// <summary>Sets what comes with a held stand.</summary>
    public static Work Choose(
        Guid exhibitorId, Booking booking, IReadOnlyList<ChosenExtra> extras, DateTimeOffset now, DateTimeOffset until)
    {
        var work = new Work();
        foreach (var extra in booking.Extras.Where(old => extras.All(chosen => chosen.ExtraId != old.ExtraId)))
            work.On(Extra.Stream(extra.ExtraId), Extra.Decider, new TakeExtra(booking.Id, 0, now, until));
        foreach (var extra in extras)
            work.On(Extra.Stream(extra.ExtraId), Extra.Decider, new TakeExtra(booking.Id, extra.Count, now, until));
        return work.On(Exhibitor.Stream(exhibitorId), Exhibitor.Decider, new ChooseExtras(booking.Id, extras));
    }

    /// <summary>Turns the hold into a booking and orders its bill; null: there is nothing to pay.</summary>
    public static Work Confirm(
        Guid exhibitorId, Booking booking, PlannedStand stand, BillOrdered? bill, ExhibitorMailDue mail, DateTimeOffset now)
    {
        var work = new Work()
            .On(Queue.Stream(stand.CategoryId), Queue.Decider, new LeaveQueue(exhibitorId))
            .On(Stand.Stream(stand.Id), Stand.Decider, new BookStand(booking.Id));
        foreach (var extra in booking.Extras)
            work.On(Extra.Stream(extra.ExtraId), Extra.Decider, new KeepExtra(booking.Id, extra.Count, now));
        return work
            .On(Exhibitor.Stream(exhibitorId), Exhibitor.Decider, new ConfirmBooking(booking.Id, bill?.BillId, booking.Extras))
            .Then(commit =>
            {
                if (!commit.Events.Any(happened => happened.Event is BookingConfirmed)) return; // sent twice
                if (bill is not null) commit.Publish(bill, Exhibitor.Stream(exhibitorId), id: bill.BillId);
                commit.Publish(mail, Exhibitor.Stream(exhibitorId));
            });
    }

    /// <summary>Gives an unconfirmed stand back.</summary>
    public static Work GiveBack(Guid exhibitorId, Booking booking) => GiveBack(new(), exhibitorId, booking);

    /// <summary>The time of a hold is up, if it is: it may have been extended or confirmed.</summary>
    public static Work Lapse(
        Guid standId, Guid holdId, Guid exhibitorId, IEnumerable<ChosenExtra> extras, Guid? categoryId, DateTimeOffset now)
    {
        var work = new Work()
            .On(Stand.Stream(standId), Stand.Decider, new LapseHold(holdId, now))
            .On(Exhibitor.Stream(exhibitorId), Exhibitor.Decider, new LoseHold(holdId));
        foreach (var extra in extras)
            work.On(Extra.Stream(extra.ExtraId), Extra.Decider, new DropExtra(holdId));
        return categoryId is { } category
            ? work.On(Queue.Stream(category), Queue.Decider, new EndOffer(holdId, Took: false)) : work;
    }

    /// <summary>Gives a booked stand back; the bill is cancelled, less the fee.</summary>
    public static Work Cancel(Guid exhibitorId, Booking booking, int feePercent, BillCancelled? bill, ExhibitorMailDue mail)
    {
        var work = new Work().On(Stand.Stream(booking.StandId), Stand.Decider, new FreeStand(booking.Id));
        foreach (var extra in booking.Extras)
            work.On(Extra.Stream(extra.ExtraId), Extra.Decider, new DropExtra(booking.Id));
        return work
            .On(Exhibitor.Stream(exhibitorId), Exhibitor.Decider, new CancelBooking(booking.Id, feePercent))
            .Then(commit =>
            {
                if (!commit.Events.Any(happened => happened.Event is BookingCancelled)) return;
                if (bill is not null) commit.Publish(bill, Exhibitor.Stream(exhibitorId));
                commit.Publish(mail, Exhibitor.Stream(exhibitorId));
            });
    }

    /// <summary>The organiser's hand. <paramref name="with"/>: what goes along in the same transaction, as a sign-up.</summary>
    public static Work Place(
        Guid bookingId, Guid exhibitorId, PlannedStand stand, decimal price, BillOrdered? bill, ExhibitorMailDue mail,
        DateTimeOffset now,
        Work? with = null) =>
        (with ?? new Work())
            .On(Stand.Stream(stand.Id), Stand.Decider, new PlaceAtStand(bookingId, exhibitorId, now))
            .On(Exhibitor.Stream(exhibitorId), Exhibitor.Decider, new PlaceExhibitor(bookingId, stand.Id, price, bill?.BillId))
            .On(Queue.Stream(stand.CategoryId), Queue.Decider, new LeaveQueue(exhibitorId))
            .Then(commit =>
            {
                if (!commit.Events.Any(happened => happened.Event is ExhibitorPlaced)) return;
                if (bill is not null) commit.Publish(bill, Exhibitor.Stream(exhibitorId), id: bill.BillId);
                commit.Publish(mail, Exhibitor.Stream(exhibitorId));
            });

    private static Work GiveBack(Work work, Guid exhibitorId, Booking booking)
    {
        foreach (var extra in booking.Extras)
            work.On(Extra.Stream(extra.ExtraId), Extra.Decider, new DropExtra(booking.Id));
        return work
            .On(Stand.Stream(booking.StandId), Stand.Decider, new FreeStand(booking.Id))
            .On(Exhibitor.Stream(exhibitorId), Exhibitor.Decider, new LoseHold(booking.Id));
    }

    private static void LapseAt(Commit commit, Guid standId, Guid holdId, Guid exhibitorId, DateTimeOffset until) =>
        commit.Publish(new HoldOverdue(standId, holdId, exhibitorId), Stand.Stream(standId), until);
}
