using System.Collections.Immutable;
using EventOps.Registration.Attendees;
using EventOps.Support;

namespace EventOps.Registration.Tests.Attendees;

public class AttendeeSpecs() : Specs<AttendeeCommand, Attendee, AttendeeEvent>(Attendee.Decider)
{
    private static readonly Guid s_event = Guid.NewGuid();
    private static readonly Guid s_registration = Guid.NewGuid();
    private static readonly Guid s_type = Guid.NewGuid();
    private static readonly Guid s_scan = Guid.NewGuid();
    private static readonly DateTimeOffset s_nine = new(2017, 10, 18, 9, 3, 0, TimeSpan.Zero);
    private static readonly AttendeeRegistered s_registered = new(s_event, s_registration, s_type, true);
    private static readonly AttendeeRegistered s_held = s_registered with { Confirmed = false };
    private static readonly AttendeeCheckedIn s_inAtNorth = new(s_event, "entry", "Nord", s_scan, s_nine, false);

    [Fact]
    public void A_ticket_is_issued_once()
    {
        Given().When(new Register(s_event, s_registration, s_type, true)).Then(s_registered);
        Given(s_registered).When(new Register(s_event, s_registration, s_type, true)).ThenNothing();
    }

    [Fact]
    public void A_held_ticket_is_confirmed_once()
    {
        Given(s_held).When(new ConfirmTicket()).Then(new TicketConfirmed());
        Given(s_held, new TicketConfirmed()).When(new ConfirmTicket()).ThenNothing();
    }

    [Fact]
    public void A_ticket_is_cancelled_once()
    {
        Given(s_registered).When(new CancelTicket()).Then(new TicketCancelled());
        Given(s_registered, new TicketCancelled()).When(new CancelTicket()).ThenNothing();
        Given(s_registered, new TicketCancelled()).When(new ConfirmTicket()).ThenNothing();
    }

    [Fact]
    public void Only_a_ticket_that_nobody_confirmed_lapses()
    {
        Given(s_held).When(new LapseTicket()).Then(new TicketCancelled());
        Given(s_registered).When(new LapseTicket()).ThenNothing();
    }

    [Fact]
    public void A_correction_is_noted_without_saying_what()
    {
        Given(s_registered).When(new CorrectDetails()).Then(new DetailsCorrected());
        Given(s_registered, new TicketCancelled()).When(new CorrectDetails()).ThenRefused(new TicketWasCancelled());
    }

    [Fact]
    public void The_expected_are_let_in() => Given(s_registered).When(In("Nord", s_scan)).Then(s_inAtNorth);

    [Fact]
    public void A_scan_sent_twice_is_one() => Given(s_registered, s_inAtNorth).When(In("Nord", s_scan)).ThenNothing();

    [Fact]
    public void A_second_scan_is_refused_and_says_where_the_first_one_was() =>
        Given(s_registered, s_inAtNorth).When(In("Süd", Guid.NewGuid())).ThenRefused(new AlreadyCheckedIn("Nord", s_nine));

    [Fact]
    public void Staff_lets_in_again_who_was_only_outside()
    {
        var again = Guid.NewGuid();
        Given(s_registered, s_inAtNorth).When(In("Süd", again) with { WasOnlyOutside = true })
            .Then(new AttendeeCheckedIn(s_event, "entry", "Süd", again, s_nine, true));
    }

    [Fact]
    public void Each_check_in_list_counts_for_itself()
    {
        var lunch = Guid.NewGuid();
        Given(s_registered, s_inAtNorth).When(In("Kantine", lunch) with { List = "lunch" })
            .Then(new AttendeeCheckedIn(s_event, "lunch", "Kantine", lunch, s_nine, false));
    }

    [Fact]
    public void Who_left_comes_in_again()
    {
        var (exit, entry) = (Guid.NewGuid(), Guid.NewGuid());
        var left = new AttendeeCheckedOut(s_event, "entry", "Süd", exit, s_nine);
        Given(s_registered, s_inAtNorth).When(Out(exit)).Then(left);
        Given(s_registered, s_inAtNorth, left).When(Out(exit)).ThenNothing();
        Given(s_registered, s_inAtNorth, left).When(In("Nord", entry)).Then(s_inAtNorth with { ScanId = entry });
    }

    [Fact]
    public void Nobody_leaves_who_is_not_inside() => Given(s_registered).When(Out(Guid.NewGuid())).ThenRefused(new NotInside());

    [Fact]
    public void A_ticket_that_does_not_count_is_refused_with_the_reason()
    {
        Given().When(In("Nord", s_scan)).ThenRefused(new TicketUnknown());
        Given(s_held).When(In("Nord", s_scan)).ThenRefused(new TicketNotConfirmed());
        Given(s_registered, new TicketCancelled()).When(In("Nord", s_scan)).ThenRefused(new TicketWasCancelled());
        Given(s_registered).When(In("Nord", s_scan) with { EventId = Guid.NewGuid() }).ThenRefused(new TicketOfAnotherEvent());
        Given(s_registered, new TicketCancelled()).When(In("Nord", s_scan) with { EventId = Guid.NewGuid() })
            .ThenRefused(new TicketOfAnotherEvent());
    }

    private static CheckIn In(string gate, Guid scan) => new(s_event, "entry", gate, scan, s_nine);

    private static CheckOut Out(Guid scan) => new(s_event, "entry", "Süd", scan, s_nine);
}

public class AttendeeContract()
    : DeciderContract<AttendeeCommand, Attendee, AttendeeEvent>(Attendee.Decider, typeof(DetailsCorrected))
{
    protected override IReadOnlyList<Attendee> States =>
        [.. base.States, new Attendee.Expected(
            Guid.NewGuid(), Confirmed: false, ImmutableDictionary<string, Attendee.Entry>.Empty)];
}
