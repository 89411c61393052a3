using Npgsql;

namespace EventOps.Registration.ReadingTheList;

/// <summary>One row of an event's list; the names are null where the person was erased.</summary>
public sealed record ListedAttendee(
    Guid Id, Guid RegistrationId, Guid TicketTypeId, string Code, string Status, bool Present, string? FirstGate,
    DateTimeOffset? FirstAt,
    DateTimeOffset RegisteredAt, string? GivenName, string? FamilyName, string? Email, string? Organisation, string? Answers)
{
    /// <summary>The columns that <see cref="Read"/> expects, of a (attendees) and p (personal).</summary>
    public const string Columns =
        "a.attendee_id, a.registration_id, a.ticket_type_id, a.short_code, a.status, a.present, a.first_gate, a.first_at, a.registered_at, "
        + "p.given_name, p.family_name, p.email, p.organisation, p.answers::text";

    public bool Erased => FamilyName is null;

    /// <summary>As in <see cref="ListQuery.States"/>.</summary>
    public string State => Status == "expected" && Present ? "present" : Status;

    /// <summary>Family name first, as lists are read; the given word where the person was erased.</summary>
    public string NameOr(string erased) => Erased ? erased : $"{FamilyName}, {GivenName}";

    public static ListedAttendee Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetBoolean(5), Text(row, 6),
        row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), row.GetFieldValue<DateTimeOffset>(8), Text(row, 9),
        Text(row, 10), Text(row, 11), Text(row, 12), Text(row, 13));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
