using EventOps.EventStore;

namespace EventOps.Registration;

/// <summary>The names under which this module's events are stored for ever.</summary>
internal static class StoredEvents
{
    private static RegistrationJson Json => RegistrationJson.Default;

    public static void Map(EventTypes events) => events
        .Map("registration.event-planned.v1", Json.EventPlanned)
        .Map("registration.event-described.v1", Json.EventDescribed)
        .Map("registration.event-scheduled.v1", Json.EventScheduled)
        .Map("registration.sign-up-rules-set.v1", Json.SignUpRulesSet)
        .Map("registration.gates-set.v1", Json.GatesSet)
        .Map("registration.quota-opened.v1", Json.QuotaOpened)
        .Map("registration.quota-renamed.v1", Json.QuotaRenamed)
        .Map("registration.quota-closed.v1", Json.QuotaClosed)
        .Map("registration.ticket-type-offered.v1", Json.TicketTypeOffered)
        .Map("registration.ticket-type-withdrawn.v1", Json.TicketTypeWithdrawn)
        .Map("registration.question-asked.v1", Json.QuestionAsked)
        .Map("registration.question-dropped.v1", Json.QuestionDropped)
        .Map("registration.programme-item-set.v1", Json.ProgrammeItemSet)
        .Map("registration.programme-item-dropped.v1", Json.ProgrammeItemDropped)
        .Map("registration.event-published.v1", Json.EventPublished)
        .Map("registration.event-withdrawn.v1", Json.EventWithdrawn)
        .Map("registration.pool-opened.v1", Json.PoolOpened)
        .Map("registration.pool-capacity-changed.v1", Json.PoolCapacityChanged)
        .Map("registration.places-taken.v1", Json.PlacesTaken)
        .Map("registration.places-confirmed.v1", Json.PlacesConfirmed)
        .Map("registration.places-released.v1", Json.PlacesReleased)
        .Map("registration.signed-up.v1", Json.SignedUp)
        .Map("registration.registration-confirmed.v1", Json.RegistrationConfirmed)
        .Map("registration.place-returned.v1", Json.PlaceReturned)
        .Map("registration.registration-cancelled.v1", Json.RegistrationCancelled)
        .Map("registration.registration-expired.v1", Json.RegistrationExpired)
        .Map("registration.attendee-registered.v1", Json.AttendeeRegistered)
        .Map("registration.ticket-confirmed.v1", Json.TicketConfirmed)
        .Map("registration.ticket-cancelled.v1", Json.TicketCancelled)
        .Map("registration.ticket-reissued.v1", Json.TicketReissued)
        .Map("registration.details-corrected.v1", Json.DetailsCorrected)
        .Map("registration.attendee-checked-in.v1", Json.AttendeeCheckedIn)
        .Map("registration.attendee-checked-out.v1", Json.AttendeeCheckedOut);
}
