namespace EventOps.Contracts;

/// <summary>
/// An event was planned or changed: sent by Registration after every change, so that other modules can show its names.
/// The newest version wins; older ones that arrive late are ignored.
/// </summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="OrganisationId">Whose event it is.</param>
/// <param name="Version">Version of the event's stream that this describes.</param>
/// <param name="Slug">Its place in URLs: lower-case letters, digits, hyphens.</param>
/// <param name="NameDe">German name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="StartsAt">Beginning, UTC.</param>
/// <param name="EndsAt">End, UTC.</param>
/// <param name="TimeZone">IANA zone in which its times are shown.</param>
/// <param name="Gates">Names of the gates where badges are scanned.</param>
/// <param name="Published">Whether the public can see it.</param>
public sealed record EventChanged(
    Guid EventId, Guid OrganisationId, long Version, string Slug, string NameDe, string NameEn,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, string TimeZone, IReadOnlyList<string> Gates, bool Published);

/// <summary>The stored names of Registration's messages.</summary>
public static class RegistrationMessages
{
    /// <summary>Stored name of <see cref="EventChanged"/>.</summary>
    public const string EventChanged = "registration.event-changed.v1";
}
