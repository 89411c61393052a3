namespace EventOps.Registration.Registrations;

public abstract record RegistrationEvent;

public sealed record SignedUp(
    Guid EventId, Guid TicketTypeId, IReadOnlyList<Guid> PoolIds, IReadOnlyList<Guid> AttendeeIds, string Language,
    DateTimeOffset? ConfirmBy) : RegistrationEvent;

public sealed record RegistrationConfirmed : RegistrationEvent;

public sealed record PlaceReturned(Guid AttendeeId) : RegistrationEvent;

public sealed record RegistrationCancelled : RegistrationEvent;

public sealed record RegistrationExpired : RegistrationEvent;
