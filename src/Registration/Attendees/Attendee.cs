using System.Collections.Immutable;
using EventOps.EventStore;

namespace EventOps.Registration.Attendees;

/// <summary>One person's place at one event, from sign-up to the entry scan. Stream: attendee-{id}; the id is the ticket's, too.</summary>
public abstract record Attendee
{
    public sealed record Unknown : Attendee;

    /// <summary>Holds a ticket. <paramref name="Entries"/>: the newest entry on each check-in list.</summary>
    public sealed record Expected(Guid EventId, bool Confirmed, ImmutableDictionary<string, Entry> Entries) : Attendee;

    public sealed record Cancelled(Guid EventId) : Attendee;

    public sealed record Entry(string Gate, Guid ScanId, DateTimeOffset At, bool Inside, Guid? ExitScanId);

    public static Decider<AttendeeCommand, Attendee, AttendeeEvent> Decider { get; } =
        new("attendee", new Unknown(), Decide, Evolve);

    /// <summary>What the streams of all attendees begin with.</summary>
    public const string StreamPrefix = "attendee-";

    public static string Stream(Guid id) => $"{StreamPrefix}{id}";

    public static Guid IdOf(string stream) => Guid.Parse(stream.AsSpan(StreamPrefix.Length));

    public static Decision<AttendeeEvent> Decide(AttendeeCommand command, Attendee attendee) => (command, attendee) switch
    {
        (Register c, Unknown) => new AttendeeRegistered(c.EventId, c.RegistrationId, c.TicketTypeId, c.Confirmed),
        (Register, _) => Decision<AttendeeEvent>.Nothing,
        (_, Unknown) => new TicketUnknown(),
        (ConfirmTicket, Expected { Confirmed: false }) => new TicketConfirmed(),
        (ConfirmTicket, _) => Decision<AttendeeEvent>.Nothing,
        (CancelTicket, Expected) => new TicketCancelled(),
        (CancelTicket, _) => Decision<AttendeeEvent>.Nothing,
        (LapseTicket, Expected { Confirmed: false }) => new TicketCancelled(),
        (LapseTicket, _) => Decision<AttendeeEvent>.Nothing,
        (ReissueTicket c, Cancelled) => new TicketReissued(c.RegistrationId, c.TicketTypeId),
        (ReissueTicket, _) => Decision<AttendeeEvent>.Nothing,
        (CorrectDetails, Expected) => new DetailsCorrected(),
        (CorrectDetails, _) => new TicketWasCancelled(),
        (Scan c, Cancelled a) => a.EventId == c.EventId ? new TicketWasCancelled() : new TicketOfAnotherEvent(),
        (Scan c, Expected a) when a.EventId != c.EventId => new TicketOfAnotherEvent(),
        (Scan c, Expected { Confirmed: false }) => new TicketNotConfirmed(),
        (CheckIn c, Expected a) => Enter(c, a.Entries.GetValueOrDefault(c.List)),
        (CheckOut c, Expected a) => Leave(c, a.Entries.GetValueOrDefault(c.List)),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Attendee Evolve(Attendee attendee, AttendeeEvent happened) => (happened, attendee) switch
    {
        (AttendeeRegistered e, _) => new Expected(e.EventId, e.Confirmed, ImmutableDictionary<string, Entry>.Empty),
        (TicketConfirmed, Expected a) => a with { Confirmed = true },
        (TicketCancelled, Expected a) => new Cancelled(a.EventId),
        (TicketReissued, Cancelled a) => new Expected(a.EventId, true, ImmutableDictionary<string, Entry>.Empty),
        (AttendeeCheckedIn e, Expected a) => a with { Entries = a.Entries.SetItem(e.List, new(e.Gate, e.ScanId, e.At, true, null)) },
        (AttendeeCheckedOut e, Expected a) when a.Entries.TryGetValue(e.List, out var entry) =>
            a with { Entries = a.Entries.SetItem(e.List, entry with { Inside = false, ExitScanId = e.ScanId }) },
        _ => attendee,
    };

    private static Decision<AttendeeEvent> Enter(CheckIn c, Entry? last) => last switch
    {
        { } same when same.ScanId == c.ScanId => Decision<AttendeeEvent>.Nothing, // a scan sent again
        { Inside: true } when !c.WasOnlyOutside => new AlreadyCheckedIn(last.Gate, last.At),
        _ => new AttendeeCheckedIn(c.EventId, c.List, c.Gate, c.ScanId, c.At, last is { Inside: true }),
    };

    private static Decision<AttendeeEvent> Leave(CheckOut c, Entry? last) => last switch
    {
        { } same when same.ExitScanId == c.ScanId => Decision<AttendeeEvent>.Nothing,
        { Inside: true } => new AttendeeCheckedOut(c.EventId, c.List, c.Gate, c.ScanId, c.At),
        _ => new NotInside(),
    };
}
