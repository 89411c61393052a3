using EventOps.Marketplace.Stands;
using EventOps.Support;

namespace EventOps.Marketplace.Tests.Stands;

public class StandSpecs() : Specs<StandCommand, Stand, StandEvent>(Stand.Decider)
{
    private static readonly DateTimeOffset s_now = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid s_event = Guid.NewGuid(), s_hold = Guid.NewGuid(), s_other = Guid.NewGuid(), s_anna = Guid.NewGuid(), s_ben = Guid.NewGuid();
    private static readonly StandOpened s_opened = new(s_event);
    private static readonly StandHeld s_held = new(s_hold, s_anna, s_now.AddMinutes(30), s_now.AddMinutes(120));
    private static readonly StandBooked s_booked = new(s_hold, s_anna);

    [Fact]
    public void A_free_stand_is_held() => Given(s_opened).When(Hold(s_hold, s_anna)).Then(s_held);

    [Fact]
    public void The_same_click_twice_holds_once()
    {
        Given(s_opened, s_held).When(Hold(s_hold, s_anna)).ThenNothing();
        Given(s_opened, s_held, s_booked).When(Hold(s_hold, s_anna)).ThenNothing();
    }

    [Fact]
    public void What_is_held_or_booked_nobody_else_gets()
    {
        Given(s_opened, s_held).When(Hold(s_other, s_ben, minutes: 29)).ThenRefused(new StandTaken());
        Given(s_opened, s_held, s_booked).When(Hold(s_other, s_ben, minutes: 300)).ThenRefused(new StandTaken());
        Given(s_opened, new StandBlocked()).When(Hold(s_other, s_ben)).ThenRefused(new StandTaken());
    }

    [Fact]
    public void A_hold_ends_by_itself_at_its_minute() =>
        Given(s_opened, s_held).When(Hold(s_other, s_ben, minutes: 30))
            .Then(new StandHeld(s_other, s_ben, s_now.AddMinutes(60), s_now.AddMinutes(150)));

    [Fact]
    public void Who_is_late_but_before_anybody_else_still_gets_it() =>
        Given(s_opened, s_held).When(new BookStand(s_hold)).Then(s_booked);

    [Fact]
    public void Who_is_late_and_after_somebody_else_does_not() =>
        Given(s_opened, s_held, new StandHeld(s_other, s_ben, s_now.AddHours(2), s_now.AddHours(3))).When(new BookStand(s_hold))
            .ThenRefused(new HoldGone());

    [Fact]
    public void A_hold_is_extended_up_to_its_limit()
    {
        Given(s_opened, s_held).When(new ExtendHold(s_hold, s_now.AddMinutes(50)))
            .Then(new HoldExtended(s_hold, s_now.AddMinutes(50)));
        Given(s_opened, s_held).When(new ExtendHold(s_hold, s_now.AddMinutes(500)))
            .Then(new HoldExtended(s_hold, s_now.AddMinutes(120)));
        Given(s_opened, s_held, new HoldExtended(s_hold, s_now.AddMinutes(120)))
            .When(new ExtendHold(s_hold, s_now.AddMinutes(150)))
            .ThenRefused(new HoldAtItsLimit(s_now.AddMinutes(120)));
        Given(s_opened, s_held).When(new ExtendHold(s_other, s_now.AddMinutes(50))).ThenRefused(new HoldGone());
    }

    [Fact]
    public void The_clock_ends_only_what_is_over()
    {
        Given(s_opened, s_held).When(new LapseHold(s_hold, s_now.AddMinutes(29))).ThenRefused(new StillHeld());
        Given(s_opened, s_held).When(new LapseHold(s_hold, s_now.AddMinutes(30))).Then(new HoldLapsed(s_hold, s_anna));
        Given(s_opened, s_held, s_booked).When(new LapseHold(s_hold, s_now.AddMinutes(90))).ThenRefused(new StillHeld());
        Given(s_opened, s_held, new HoldLapsed(s_hold, s_anna)).When(new LapseHold(s_hold, s_now.AddMinutes(90))).ThenNothing();
    }

    [Fact]
    public void Only_its_own_hold_or_booking_frees_a_stand()
    {
        Given(s_opened, s_held).When(new FreeStand(s_hold)).Then(new StandFreed(s_hold, s_anna));
        Given(s_opened, s_held, s_booked).When(new FreeStand(s_hold)).Then(new StandFreed(s_hold, s_anna));
        Given(s_opened, s_held, s_booked).When(new FreeStand(s_other)).ThenNothing();
    }

    [Fact]
    public void The_organiser_places_on_free_and_blocked_stands_only()
    {
        var place = new PlaceAtStand(s_other, s_ben, s_now);
        Given(s_opened).When(place).Then(new StandBooked(s_other, s_ben));
        Given(s_opened, new StandBlocked()).When(place).Then(new StandBooked(s_other, s_ben));
        Given(s_opened, s_held).When(place).ThenRefused(new StandTaken());
        Given(s_opened, s_held).When(new PlaceAtStand(s_other, s_anna, s_now)).Then(new StandBooked(s_other, s_anna));
        Given(s_opened, s_held, s_booked).When(place).ThenRefused(new StandTaken());
    }

    [Fact]
    public void A_stand_that_somebody_has_cannot_vanish()
    {
        Given(s_opened, s_held).When(new WithdrawStand(s_now)).ThenRefused(new StandInUse());
        Given(s_opened, s_held, s_booked).When(new WithdrawStand(s_now.AddYears(1))).ThenRefused(new StandInUse());
        Given(s_opened, s_held).When(new WithdrawStand(s_now.AddMinutes(31))).Then(new StandWithdrawn());
        Given(s_opened).When(new WithdrawStand(s_now)).Then(new StandWithdrawn());
    }

    [Fact]
    public void A_swap_passes_only_what_the_one_side_really_has()
    {
        Given(s_opened, s_held, s_booked).When(new PassStand(s_hold, s_other, s_ben))
            .Then(new StandPassed(s_hold, s_other, s_ben));
        Given(s_opened, s_held, s_booked).When(new PassStand(s_other, s_hold, s_ben)).ThenNothing();
        Given(s_opened, s_held).When(new PassStand(s_hold, s_other, s_ben)).ThenRefused(new StandTaken());
    }

    private static HoldStand Hold(Guid hold, Guid who, int minutes = 0) => new(
        hold, who, s_now.AddMinutes(minutes), s_now.AddMinutes(minutes + 30), s_now.AddMinutes(minutes + 120));
}
