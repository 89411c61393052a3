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
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, string TimeZone, IReadOnlyList<string> Gates, bool Published)
{
    /// <summary>Its kinds of tickets, in order; null in messages from before they were told.</summary>
    public IReadOnlyList<EventPart>? TicketTypes { get; init; }

    /// <summary>The items of its programme, in order of time; null in messages from before they were told.</summary>
    public IReadOnlyList<EventPart>? Sessions { get; init; }
}

/// <summary>A part of an event that other modules refer to by its id: a kind of ticket, an item of the programme.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameDe">German name.</param>
/// <param name="NameEn">English name.</param>
public sealed record EventPart(Guid Id, string NameDe, string NameEn);

/// <summary>
/// Tickets of an event as they are now: sent by Registration after tickets were issued, revoked, or let in or out. Messages of an
/// event arrive in order; the newest state wins.
/// </summary>
/// <param name="EventId">Id of the event; the message's key is its stream.</param>
/// <param name="Tickets">Each ticket once, at most 500 in a message.</param>
public sealed record TicketsChanged(Guid EventId, IReadOnlyList<TicketNow> Tickets);

/// <summary>One ticket as it is now. Ids only: whose it is stands in Registration's personal rows.</summary>
/// <param name="TicketId">Id of the ticket and of its holder as a subject: what is stored under it is erased with it.</param>
/// <param name="TicketTypeId">What kind of ticket it is.</param>
/// <param name="TokenHash">SHA-256 of the secret token in the ticket's link to other modules, in base64url; proves the holder.</param>
/// <param name="Valid">Whether it is confirmed and not given back.</param>
/// <param name="Present">Whether its holder was let in and has not left.</param>
/// <param name="FirstEntryAt">When its holder first came in; null before.</param>
/// <param name="Gate">Where its holder was let in last, until let out there or out of the house; null before and after.</param>
public sealed record TicketNow(
    Guid TicketId, Guid TicketTypeId, string TokenHash, bool Valid, bool Present, DateTimeOffset? FirstEntryAt,
    string? Gate = null);

/// <summary>
/// Names of these people have to go: their time is over, or they asked for it. Every module deletes its personal rows of them.
/// </summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="SubjectIds">Whom it concerns; empty: everybody of the event.</param>
public sealed record PersonsErased(Guid EventId, IReadOnlyList<Guid> SubjectIds);

/// <summary>
/// An event has ended: sent by Registration when its end has come. Where the end was moved meanwhile, <paramref name="EndsAt"/> is no
/// longer the event's, and nothing has ended.
/// </summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="EndsAt">The end that has come, UTC.</param>
public sealed record EventEnded(Guid EventId, DateTimeOffset EndsAt);

/// <summary>The stored names of Registration's messages.</summary>
public static class RegistrationMessages
{
    /// <summary>Stored name of <see cref="EventChanged"/>.</summary>
    public const string EventChanged = "registration.event-changed.v1";

    /// <summary>Stored name of <see cref="TicketsChanged"/>.</summary>
    public const string TicketsChanged = "registration.tickets-changed.v1";

    /// <summary>Stored name of <see cref="EventEnded"/>.</summary>
    public const string EventEnded = "registration.event-ended.v1";

    /// <summary>Stored name of <see cref="PersonsErased"/>.</summary>
    public const string PersonsErased = "registration.persons-erased.v1";
}
