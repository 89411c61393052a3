using EventOps.EventStore;

namespace EventOps.Accounts.Devices;

/// <summary>
/// One phone that scans at one gate of one event; its code is good for one phone and a short time. Stream: device-{guid}.
/// </summary>
public abstract record Device
{
    public sealed record Unknown : Device;
    public sealed record Offered(DateTimeOffset Until) : Device;
    public sealed record Scanning : Device;
    public sealed record Revoked : Device;

    public static Decider<DeviceCommand, Device, DeviceEvent> Decider { get; } = new("device", new Unknown(), Decide, Evolve);

    public static string Stream(Guid device) => $"device-{device}";

    public static Decision<DeviceEvent> Decide(DeviceCommand command, Device device) => (command, device) switch
    {
        (OfferEnrolment c, Unknown) => new DeviceEnrolmentOffered(c.OrganisationId, c.EventId, c.Gate, c.Until),
        (OfferEnrolment, _) => Decision<DeviceEvent>.Nothing, // the form sent twice
        (Enrol c, Offered o) when c.At >= o.Until => new EnrolmentTooLate(o.Until),
        (Enrol, Offered) => new DeviceEnrolled(),
        (Enrol, Scanning) => new EnrolledAlready(),
        (RevokeDevice, Offered or Scanning) => new DeviceRevoked(),
        (RevokeDevice, Revoked) => Decision<DeviceEvent>.Nothing,
        (Enrol or RevokeDevice, _) => new DeviceNotOffered(),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Device Evolve(Device device, DeviceEvent happened) => happened switch
    {
        DeviceEnrolmentOffered e => new Offered(e.Until),
        DeviceEnrolled => new Scanning(),
        DeviceRevoked => new Revoked(),
        _ => device,
    };
}
