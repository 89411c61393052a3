using EventOps.EventStore;

namespace EventOps.Accounts.Devices;

public abstract record DeviceCommand;

public sealed record OfferEnrolment(Guid OrganisationId, Guid EventId, string Gate, DateTimeOffset Until) : DeviceCommand;

public sealed record Enrol(DateTimeOffset At) : DeviceCommand;

public sealed record RevokeDevice : DeviceCommand;

/// <summary>No such device was offered, or it was revoked.</summary>
public sealed record DeviceNotOffered : Refusal;

/// <summary>The code was used by a phone before.</summary>
public sealed record EnrolledAlready : Refusal;

/// <summary>The code was good for a quarter of an hour.</summary>
public sealed record EnrolmentTooLate(DateTimeOffset Until) : Refusal;
