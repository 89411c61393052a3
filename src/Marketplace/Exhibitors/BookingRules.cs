using EventOps.EventStore;

namespace EventOps.Marketplace.Exhibitors;

/// <summary>How an exhibitor comes to a stand and loses it again. The stand's own stream says whether it is to be had.</summary>
internal static class BookingRules
{
    public static Decision<ExhibitorEvent> Decide(ExhibitorCommand command, Exhibitor now) => command switch
    {
        ChooseStand c => Choose(c, now),
        PlaceExhibitor c => now.Bookings.Has(c.BookingId)
            ? Decision<ExhibitorEvent>.Nothing : new ExhibitorPlaced(c.BookingId, c.StandId, c.NetPrice, c.BillId),
        ChooseExtras c => now.Bookings.Find(c.HoldId) is not { IsBooked: false } booking ? new HoldNotYours()
            : booking.Extras.SequenceEqual(c.Extras) ? Decision<ExhibitorEvent>.Nothing : new ExtrasChosen(c.HoldId, c.Extras),
        ConfirmBooking c => now.Bookings.Find(c.HoldId) switch
        {
            null => new HoldNotYours(),
            { IsBooked: true } => Decision<ExhibitorEvent>.Nothing,
            // What is paid is what was shown: extras that changed in another window are looked at again.
            { } booking => booking.Extras.SequenceEqual(c.Extras)
                ? new BookingConfirmed(c.HoldId, c.BillId) : new ExtrasHaveChanged(),
        },
        LoseHold c => now.Bookings.Find(c.HoldId) is { IsBooked: false }
            ? new HoldLost(c.HoldId) : Decision<ExhibitorEvent>.Nothing,
        BillBooking c => now.Bookings.Find(c.BookingId) switch
        {
            { IsBooked: true, BillId: null } => new BookingBilled(c.BookingId, c.BillId),
            { IsBooked: true } => Decision<ExhibitorEvent>.Nothing,
            _ => new BookingNotFound(),
        },
        CancelBooking c => now.Bookings.Find(c.BookingId) is { IsBooked: true }
            ? new BookingCancelled(c.BookingId, c.FeePercent) : Decision<ExhibitorEvent>.Nothing,
        ChangeStand c => now.Bookings.Find(c.BookingId) switch
        {
            { IsBooked: true } booking when booking.StandId == c.StandId => Decision<ExhibitorEvent>.Nothing,
            { IsBooked: true } booking when booking.StandId == c.From => new StandChanged(
                c.BookingId, c.StandId, c.NetPrice, c.BillId),
            _ => new BookingNotFound(),
        },
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    private static Decision<ExhibitorEvent> Choose(ChooseStand wish, Exhibitor now)
    {
        if (now.Bookings.Has(wish.HoldId)) return Decision<ExhibitorEvent>.Nothing;
        if (!now.Confirmed) return new AddressNotConfirmed();
        if (!wish.IsOffered && !now.MayChoose(wish.ZoneId, wish.Mode)) return new NotAdmitted();
        if (now.Booked.Count() >= wish.MostStands) return new EnoughStands(wish.MostStands);
        // The caller gives back what was chosen before; what is open nevertheless was chosen in another window.
        return now.Open is not null ? new OtherStandChosen() : new StandChosen(wish.HoldId, wish.StandId, wish.NetPrice);
    }
}
