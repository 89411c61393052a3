using EventOps.Accounts.Devices;
using EventOps.Support;

namespace EventOps.Accounts.Tests.Devices;

public class DeviceSpecs() : Specs<DeviceCommand, Device, DeviceEvent>(Device.Decider)
{
    private static readonly DateTimeOffset s_nine = new(2017, 10, 12, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_quarterPast = s_nine.AddMinutes(15);

    private static readonly DeviceEvent s_offered = new DeviceEnrolmentOffered(Guid.Empty, Guid.Empty, "Nord", s_quarterPast);

    [Fact]
    public void A_phone_is_offered_for_one_gate_of_one_event() => Given()
        .When(new OfferEnrolment(Guid.Empty, Guid.Empty, "Nord", s_quarterPast))
        .Then(s_offered);

    [Fact]
    public void An_offer_sent_twice_is_one() => Given(s_offered)
        .When(new OfferEnrolment(Guid.Empty, Guid.Empty, "Nord", s_quarterPast))
        .ThenNothing();

    [Fact]
    public void A_phone_takes_the_offer_in_time() =>
        Given(s_offered).When(new Enrol(s_quarterPast.AddSeconds(-1))).Then(new DeviceEnrolled());

    [Fact]
    public void An_offer_ends_after_its_quarter_of_an_hour() =>
        Given(s_offered).When(new Enrol(s_quarterPast)).ThenRefused(new EnrolmentTooLate(s_quarterPast));

    [Fact]
    public void A_second_phone_is_refused() =>
        Given(s_offered, new DeviceEnrolled()).When(new Enrol(s_nine)).ThenRefused(new EnrolledAlready());

    [Fact]
    public void A_withdrawn_offer_cannot_be_taken() =>
        Given(s_offered, new DeviceRevoked()).When(new Enrol(s_nine)).ThenRefused(new DeviceNotOffered());

    [Fact]
    public void A_phone_is_revoked() =>
        Given(s_offered, new DeviceEnrolled()).When(new RevokeDevice()).Then(new DeviceRevoked());

    [Fact]
    public void A_revoked_phone_stays_revoked() => Given(s_offered, new DeviceRevoked()).When(new RevokeDevice()).ThenNothing();

    [Fact]
    public void What_was_never_offered_cannot_be_revoked() =>
        Given().When(new RevokeDevice()).ThenRefused(new DeviceNotOffered());
}

public class DeviceContract() : DeciderContract<DeviceCommand, Device, DeviceEvent>(Device.Decider);
