namespace EventOps.Accounts.Devices;

public abstract record DeviceEvent;

public sealed record DeviceEnrolmentOffered(Guid OrganisationId, Guid EventId, string Gate, DateTimeOffset Until) : DeviceEvent;

public sealed record DeviceEnrolled : DeviceEvent;

public sealed record DeviceRevoked : DeviceEvent;
