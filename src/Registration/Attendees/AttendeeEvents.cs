namespace EventOps.Registration.Attendees;

public abstract record AttendeeEvent;

public sealed record AttendeeRegistered(Guid EventId, Guid RegistrationId, Guid TicketTypeId, bool Confirmed) : AttendeeEvent;

public sealed record TicketConfirmed : AttendeeEvent;

public sealed record TicketCancelled : AttendeeEvent;

public sealed record TicketReissued(Guid RegistrationId, Guid TicketTypeId) : AttendeeEvent;

public sealed record DetailsCorrected : AttendeeEvent;

/// <summary><paramref name="WasInside"/>: let in again although no exit was scanned; counts as no new arrival.</summary>
public sealed record AttendeeCheckedIn(Guid EventId, string List, string Gate, Guid ScanId, DateTimeOffset At, bool WasInside)
    : AttendeeEvent;

public sealed record AttendeeCheckedOut(Guid EventId, string List, string Gate, Guid ScanId, DateTimeOffset At) : AttendeeEvent;
