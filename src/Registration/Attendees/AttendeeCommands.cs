using EventOps.EventStore;

namespace EventOps.Registration.Attendees;

public abstract record AttendeeCommand;

public sealed record Register(Guid EventId, Guid RegistrationId, Guid TicketTypeId, bool Confirmed) : AttendeeCommand;

public sealed record ConfirmTicket : AttendeeCommand;

public sealed record CancelTicket : AttendeeCommand;

/// <summary>Cancels only a ticket that was never confirmed.</summary>
public sealed record LapseTicket : AttendeeCommand;

/// <summary>A ticket that was taken back is valid again, under another registration.</summary>
public sealed record ReissueTicket(Guid RegistrationId, Guid TicketTypeId) : AttendeeCommand;

/// <summary>Name, address or organisation were changed; what they are now stands in the personal row of the same commit.</summary>
public sealed record CorrectDetails : AttendeeCommand;

/// <summary>One reading of a code at a gate against a check-in list.</summary>
public abstract record Scan(Guid EventId, string List, string Gate, Guid ScanId, DateTimeOffset At) : AttendeeCommand;

/// <summary><paramref name="WasOnlyOutside"/>: staff asked, and let the person in again without an exit scan.</summary>
public sealed record CheckIn(Guid EventId, string List, string Gate, Guid ScanId, DateTimeOffset At, bool WasOnlyOutside = false)
    : Scan(EventId, List, Gate, ScanId, At);

public sealed record CheckOut(Guid EventId, string List, string Gate, Guid ScanId, DateTimeOffset At)
    : Scan(EventId, List, Gate, ScanId, At);

public sealed record TicketUnknown : Refusal;

public sealed record TicketNotConfirmed : Refusal;

public sealed record TicketWasCancelled : Refusal;

public sealed record TicketOfAnotherEvent : Refusal;

public sealed record AlreadyCheckedIn(string Gate, DateTimeOffset At) : Refusal;

public sealed record NotInside : Refusal;
