using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.SeatingTeams;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>All that one registration is about: its state, its event, and who holds its tickets.</summary>
public sealed record RegistrationRecord(
    Guid Id, string Token, Registrations.Registration State, EventLookup.Found Found, TicketType? Type, string Language,
    IReadOnlyList<RegistrationRecord.Holder> Holders)
{
    /// <summary>One attendee. <paramref name="Code"/> is the QR text; <paramref name="Erased"/> says that the name is gone.</summary>
    public sealed record Holder(
        Guid AttendeeId, string GivenName, string FamilyName, string Email, string Organisation,
        IReadOnlyDictionary<Guid, IReadOnlyList<string>> Answers, string Code, bool Erased, string? Stands = null)
    {
        public string Name => $"{GivenName} {FamilyName}".Trim();

        /// <summary>The line below the name: organisation and stand.</summary>
        public string Line => StandLabel.After(Organisation, Stands);

        public string ShortCode => Ticketing.ShortCode.Of(AttendeeId);
    }

    public Event Event => Found.Event;

    public bool Confirmed => State is Registrations.Registration.Placed { Confirmed: true };

    public string Path => $"/registrations/{Token}";
}
