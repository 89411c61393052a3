using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.CheckingIn;

/// <summary>The one personal lookup of a scan: who the ticket is for.</summary>
public sealed class Holders(NpgsqlDataSource database)
{
    private const string Select = """
        select a.attendee_id, a.ticket_type_id, p.given_name, p.family_name, p.organisation
        from registration.attendees a left join registration.personal p on p.subject_id = a.attendee_id
        """;

    public sealed record Found(Guid AttendeeId, Guid TicketTypeId, Holder Holder);

    public Task<Found?> OfTicket(Guid eventId, Guid attendeeId, CancellationToken ct) =>
        Find(
            $"{Select} where a.event_id = $1 and a.attendee_id = $2", ct,
            Statements.Value(eventId), Statements.Value(attendeeId));

    public Task<Found?> OfShortCode(Guid eventId, string code, CancellationToken ct) =>
        Find($"{Select} where a.event_id = $1 and a.short_code = $2", ct, Statements.Value(eventId), Statements.Value(code));

    private async Task<Found?> Find(string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var found = new Found(reader.GetGuid(0), reader.GetGuid(1), new(Text(reader, 2), Text(reader, 3), Text(reader, 4)));
        return await reader.ReadAsync(ct) ? null : found; // a short code that fits two tickets lets neither in
    }

    private static string Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);
}
