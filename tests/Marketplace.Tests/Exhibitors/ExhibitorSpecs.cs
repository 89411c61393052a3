using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Support;

namespace EventOps.Marketplace.Tests.Exhibitors;

public class ExhibitorSpecs() : Specs<ExhibitorCommand, Exhibitor, ExhibitorEvent>(Exhibitor.Decider)
{
    private static readonly Guid s_event = Guid.NewGuid(), s_zone = Guid.NewGuid(), s_hold = Guid.NewGuid(), s_stand = Guid.NewGuid(), s_bill = Guid.NewGuid();
    private static readonly ExhibitorSignedUp s_signedUp = new(s_event);
    private static readonly AddressConfirmed s_confirmed = new();
    private static readonly StandChosen s_chosen = new(s_hold, s_stand, 250);
    private static readonly BookingConfirmed s_booked = new(s_hold, s_bill);
    private static readonly ChosenExtra s_table = new(Guid.NewGuid(), 2, 15);

    [Fact]
    public void A_stand_needs_a_confirmed_address()
    {
        Given(s_signedUp).When(Choose(BookingMode.Open)).ThenRefused(new AddressNotConfirmed());
        Given(s_signedUp, s_confirmed).When(Choose(BookingMode.Open)).Then(s_chosen);
    }

    [Theory]
    [InlineData(BookingMode.Approval, Admission.Applied, false)]
    [InlineData(BookingMode.Approval, Admission.Approved, true)]
    [InlineData(BookingMode.Approval, Admission.Declined, false)]
    [InlineData(BookingMode.Invitation, Admission.Invited, true)]
    [InlineData(BookingMode.Invitation, Admission.Applied, false)]
    public void Some_zones_need_the_organisers_yes(BookingMode mode, Admission said, bool may)
    {
        var choosing = Given(s_signedUp, s_confirmed, new ExhibitorAdmitted(s_zone, said)).When(Choose(mode));
        if (may) choosing.Then(s_chosen);
        else choosing.ThenRefused(new NotAdmitted());
    }

    [Fact]
    public void One_stand_at_a_time_and_so_many_in_all()
    {
        Given(s_signedUp, s_confirmed, new StandChosen(Guid.NewGuid(), Guid.NewGuid(), 0)).When(Choose(BookingMode.Open))
            .ThenRefused(new OtherStandChosen());
        var other = Guid.NewGuid();
        Given(s_signedUp, s_confirmed, new StandChosen(other, Guid.NewGuid(), 0), new BookingConfirmed(other, null))
            .When(Choose(BookingMode.Open))
            .ThenRefused(new EnoughStands(1));
    }

    [Fact]
    public void What_is_confirmed_is_what_was_shown()
    {
        Given(s_signedUp, s_confirmed, s_chosen, new ExtrasChosen(s_hold, [s_table])).When(new ConfirmBooking(s_hold, s_bill, []))
            .ThenRefused(new ExtrasHaveChanged());
        Given(s_signedUp, s_confirmed, s_chosen, new ExtrasChosen(s_hold, [s_table]))
            .When(new ConfirmBooking(s_hold, s_bill, [s_table])).Then(s_booked);
        Given(s_signedUp, s_confirmed, s_chosen, s_booked).When(new ConfirmBooking(s_hold, s_bill, [])).ThenNothing();
        Given(s_signedUp, s_confirmed, s_chosen, new HoldLost(s_hold)).When(new ConfirmBooking(s_hold, s_bill, []))
            .ThenRefused(new HoldNotYours());
    }

    [Fact]
    public void A_booking_is_not_lost_like_a_hold()
    {
        Given(s_signedUp, s_confirmed, s_chosen).When(new LoseHold(s_hold)).Then(new HoldLost(s_hold));
        Given(s_signedUp, s_confirmed, s_chosen, s_booked).When(new LoseHold(s_hold)).ThenNothing();
        Given(s_signedUp, s_confirmed, s_chosen, s_booked).When(new CancelBooking(s_hold, 25))
            .Then(new BookingCancelled(s_hold, 25));
        Given(s_signedUp, s_confirmed, s_chosen).When(new CancelBooking(s_hold, 25)).ThenNothing();
    }

    [Fact]
    public void A_place_by_hand_is_billed_once_it_is_known_who_pays()
    {
        var placed = new ExhibitorPlaced(s_hold, s_stand, 250, null);
        Given(s_signedUp, placed).When(new BillBooking(s_hold, s_bill)).Then(new BookingBilled(s_hold, s_bill));
        Given(s_signedUp, placed, new BookingBilled(s_hold, s_bill)).When(new BillBooking(s_hold, Guid.NewGuid())).ThenNothing();
    }

    [Fact]
    public void A_swap_changes_only_the_stand_that_they_have()
    {
        var there = Guid.NewGuid();
        Given(s_signedUp, s_confirmed, s_chosen, s_booked).When(new ChangeStand(s_hold, s_stand, there, 300, null))
            .Then(new StandChanged(s_hold, there, 300, null));
        Given(s_signedUp, s_confirmed, s_chosen, s_booked).When(new ChangeStand(s_hold, Guid.NewGuid(), there, 300, null))
            .ThenRefused(new BookingNotFound());
        Assert.Equal(s_bill, Given(s_signedUp, s_confirmed, s_chosen, s_booked, new StandChanged(s_hold, there, 250, null)).State.Bookings.Single().BillId);
    }

    private static ChooseStand Choose(BookingMode mode) => new(s_hold, s_stand, s_zone, mode, 250, 1, false);
}
