using EventOps.EventStore;
using EventOps.Registration.Events;
using Npgsql;

namespace EventOps.Registration.Ticketing;

/// <summary>The QR texts of tickets: signed when first asked for, the same ever after.</summary>
public sealed class TicketCodes(NpgsqlDataSource database, SigningKeys keys)
{
    private static readonly TimeSpan s_margin = TimeSpan.FromDays(1);

    public sealed record Wanted(Guid AttendeeId, int TicketTypeNumber);

    /// <summary>The codes of attendees of one event, by attendee.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Of(
        Guid eventId, Event @event, IReadOnlyList<Wanted> wanted, CancellationToken ct)
    {
        var codes = await Kept(wanted, ct);
        var missing = wanted.Where(ticket => !codes.ContainsKey(ticket.AttendeeId)).ToList();
        if (missing.Count == 0) return codes;

        var (keyId, key) = await keys.Current(ct);
        var signed = missing.ConvertAll(ticket => (ticket.AttendeeId, Code: new TicketCode(
            keyId, eventId, ticket.AttendeeId, (ushort)ticket.TicketTypeNumber,
            DateTimeOffset.UnixEpoch, @event.Times.EndsAt + s_margin).Sign(key)));
        await using var command = database.CreateCommand("""
            insert into registration.tickets (attendee_id, code) select * from unnest($1, $2) on conflict (attendee_id) do nothing
            """);
        command.Parameters.Add(signed.Column(ticket => ticket.AttendeeId));
        command.Parameters.Add(signed.Column(ticket => ticket.Code));
        await command.ExecuteNonQueryAsync(ct);
        return await Kept(wanted, ct); // two requests may have signed at once: what the table holds is the ticket
    }

    private async Task<Dictionary<Guid, string>> Kept(IReadOnlyList<Wanted> wanted, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select attendee_id, code from registration.tickets where attendee_id = any($1)");
        command.Parameters.Add(wanted.Column(ticket => ticket.AttendeeId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var codes = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct))
            codes[reader.GetGuid(0)] = reader.GetString(1);
        return codes;
    }
}
