using EventOps.EventStore;

namespace EventOps.Registration.Registrations;

public abstract record RegistrationCommand;

public sealed record SignUp(
    Guid EventId, Guid TicketTypeId, IReadOnlyList<Guid> PoolIds, IReadOnlyList<Guid> AttendeeIds, string Language,
    DateTimeOffset? ConfirmBy) : RegistrationCommand;

public sealed record ConfirmRegistration : RegistrationCommand;

public sealed record ExpireRegistration : RegistrationCommand;

public sealed record ReturnPlace(Guid AttendeeId) : RegistrationCommand;

public sealed record RegistrationNotFound : Refusal;

public sealed record ConfirmationTooLate : Refusal;

public sealed record RegistrationOver : Refusal;
