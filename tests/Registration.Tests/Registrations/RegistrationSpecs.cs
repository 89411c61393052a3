using EventOps.Registration.Registrations;
using EventOps.Support;
using Sut = EventOps.Registration.Registrations.Registration;

namespace EventOps.Registration.Tests.Registrations;

public class RegistrationSpecs() : Specs<RegistrationCommand, Sut, RegistrationEvent>(Sut.Decider)
{
    private static readonly Guid s_ada = Guid.NewGuid();
    private static readonly Guid s_ben = Guid.NewGuid();
    private static readonly SignUp s_signUp = new(Guid.NewGuid(), Guid.NewGuid(), [Guid.NewGuid()], [s_ada, s_ben], "de", null);
    private static readonly DateTimeOffset s_tomorrow = new(2017, 10, 13, 8, 0, 0, TimeSpan.Zero);
    private static readonly SignedUp s_placed = Placed(null);
    private static readonly SignedUp s_unconfirmed = Placed(s_tomorrow);

    [Fact]
    public void A_sign_up_is_placed_once()
    {
        Given().When(s_signUp).Then(s_placed);
        Given(s_placed).When(s_signUp).ThenNothing();
    }

    [Fact]
    public void Nothing_happens_to_a_registration_that_does_not_exist()
    {
        Given().When(new ConfirmRegistration()).ThenRefused(new RegistrationNotFound());
        Given().When(new ReturnPlace(s_ada)).ThenRefused(new RegistrationNotFound());
        Given().When(new ExpireRegistration()).ThenRefused(new RegistrationNotFound());
    }

    [Fact]
    public void An_address_is_confirmed_once()
    {
        Given(s_unconfirmed).When(new ConfirmRegistration()).Then(new RegistrationConfirmed());
        Given(s_unconfirmed, new RegistrationConfirmed()).When(new ConfirmRegistration()).ThenNothing();
        Given(s_placed).When(new ConfirmRegistration()).ThenNothing();
    }

    [Fact]
    public void An_unconfirmed_registration_expires_once()
    {
        Given(s_unconfirmed).When(new ExpireRegistration()).Then(new RegistrationExpired());
        Given(s_unconfirmed, new RegistrationExpired()).When(new ExpireRegistration()).ThenNothing();
        Given(s_unconfirmed, new RegistrationConfirmed()).When(new ExpireRegistration()).ThenNothing();
    }

    [Fact]
    public void Confirming_too_late_is_refused() =>
        Given(s_unconfirmed, new RegistrationExpired()).When(new ConfirmRegistration()).ThenRefused(new ConfirmationTooLate());

    [Fact]
    public void A_place_goes_back_once_and_the_others_stay()
    {
        Given(s_placed).When(new ReturnPlace(s_ada)).Then(new PlaceReturned(s_ada));
        Given(s_placed, new PlaceReturned(s_ada)).When(new ReturnPlace(s_ada)).ThenNothing();
        Given(s_placed).When(new ReturnPlace(Guid.NewGuid())).ThenNothing();
    }

    [Fact]
    public void With_its_last_place_a_registration_ends()
    {
        Given(s_placed, new PlaceReturned(s_ada)).When(new ReturnPlace(s_ben))
            .Then(new PlaceReturned(s_ben), new RegistrationCancelled());
        Given(s_placed, new PlaceReturned(s_ada), new PlaceReturned(s_ben), new RegistrationCancelled())
            .When(new ConfirmRegistration()).ThenRefused(new RegistrationOver());
    }

    private static SignedUp Placed(DateTimeOffset? confirmBy) => new(
        s_signUp.EventId, s_signUp.TicketTypeId, s_signUp.PoolIds, s_signUp.AttendeeIds, s_signUp.Language, confirmBy);
}

public class RegistrationContract() : DeciderContract<RegistrationCommand, Sut, RegistrationEvent>(Sut.Decider);
