using System.Collections.Immutable;
using EventOps.EventStore;

namespace EventOps.Registration.Registrations;

/// <summary>One sign-up of one to several attendees, from the form to its confirmation, change or end. Stream: registration-{id}.</summary>
public abstract record Registration
{
    public sealed record Unknown : Registration;

    public sealed record Placed(SignedFor For, ImmutableArray<Guid> AttendeeIds, DateTimeOffset? ConfirmBy) : Registration
    {
        public bool Confirmed => ConfirmBy is null;
    }

    public sealed record Ended(SignedFor For, bool Expired) : Registration;

    public static Decider<RegistrationCommand, Registration, RegistrationEvent> Decider { get; } =
        new("registration", new Unknown(), Decide, Evolve);

    public static string Stream(Guid id) => $"registration-{id}";

    public static Decision<RegistrationEvent> Decide(RegistrationCommand command, Registration registration) =>
        (command, registration) switch
        {
            (SignUp c, Unknown) => new SignedUp(c.EventId, c.TicketTypeId, c.PoolIds, c.AttendeeIds, c.Language, c.ConfirmBy),
            (SignUp, _) => Decision<RegistrationEvent>.Nothing, // the same form sent again
            (_, Unknown) => new RegistrationNotFound(),
            (ConfirmRegistration, Placed { Confirmed: true }) => Decision<RegistrationEvent>.Nothing,
            (ConfirmRegistration, Placed) => new RegistrationConfirmed(),
            (ConfirmRegistration, Ended { Expired: true }) => new ConfirmationTooLate(),
            (ExpireRegistration, Placed { Confirmed: false }) => new RegistrationExpired(),
            (ExpireRegistration, _) => Decision<RegistrationEvent>.Nothing,
            (ReturnPlace c, Placed p) when p.AttendeeIds.Contains(c.AttendeeId) => p.AttendeeIds.Length > 1
                ? new PlaceReturned(c.AttendeeId)
                : Decision<RegistrationEvent>.All(new PlaceReturned(c.AttendeeId), new RegistrationCancelled()),
            (ReturnPlace, _) => Decision<RegistrationEvent>.Nothing,
            (ConfirmRegistration, Ended) => new RegistrationOver(),
            _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
        };

    public static Registration Evolve(Registration registration, RegistrationEvent happened) => (happened, registration) switch
    {
        (SignedUp e, _) => new Placed(
            new(e.EventId, e.TicketTypeId, [.. e.PoolIds], e.Language), [.. e.AttendeeIds], e.ConfirmBy),
        (RegistrationConfirmed, Placed p) => p with { ConfirmBy = null },
        (PlaceReturned e, Placed p) => p with { AttendeeIds = p.AttendeeIds.Remove(e.AttendeeId) },
        (RegistrationCancelled, Placed p) => new Ended(p.For, false),
        (RegistrationExpired, Placed p) => new Ended(p.For, true),
        _ => registration,
    };
}

/// <summary>What stays the same during a registration's life.</summary>
public sealed record SignedFor(Guid EventId, Guid TicketTypeId, ImmutableArray<Guid> PoolIds, string Language);
