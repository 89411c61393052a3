using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.CheckingIn;

/// <summary>
/// The one personal lookup of a scan: who the ticket is for. Many scanners ask at once: whoever asks while a lookup is under way
/// shares the next one.
/// </summary>
public sealed class Holders(NpgsqlDataSource database)
{
    private const string Columns = """
        a.attendee_id, a.ticket_type_id, p.given_name, p.family_name, p.organisation, a.event_id, t.code
        """;

    private const string Rows = """
        left join registration.personal p on p.subject_id = a.attendee_id
        left join registration.tickets t on t.attendee_id = a.attendee_id
        """;

    private const string ByTickets = $"""
        select {Columns} from unnest($1) as asked(id) join registration.attendees a on a.attendee_id = asked.id {Rows}
        """;

    private const string ByShortCode = $"""
        select {Columns} from registration.attendees a {Rows} where a.event_id = $1 and a.short_code = $2
        """;

    private readonly Lock _gate = new();
    private List<Guid> _asked = [];
    private Task<Dictionary<Guid, (Found Found, Guid EventId)>>? _next;
    private Task _underWay = Task.CompletedTask;

    /// <param name="AttendeeId">The ticket.</param>
    /// <param name="TicketTypeId">Of the event.</param>
    /// <param name="Holder">Whose it is.</param>
    /// <param name="Code">The text of its QR code; null until it is first asked for.</param>
    public sealed record Found(Guid AttendeeId, Guid TicketTypeId, Holder Holder, string? Code);

    public async Task<Found?> OfTicket(Guid eventId, Guid attendeeId, CancellationToken ct)
    {
        Task<Dictionary<Guid, (Found Found, Guid EventId)>> lookup;
        lock (_gate)
        {
            _asked.Add(attendeeId);
            lookup = _next ??= Next(_underWay);
        }

        return (await lookup.WaitAsync(ct)).TryGetValue(attendeeId, out var known) && known.EventId == eventId
            ? known.Found : null;
    }

    public async Task<Found?> OfShortCode(Guid eventId, string code, CancellationToken ct)
    {
        var found = await Find(ByShortCode, [Statements.Value(eventId), Statements.Value(code)], ct);
        return found.Count == 1 ? found[0].Found : null; // a short code that fits two tickets lets neither in
    }

    private async Task<Dictionary<Guid, (Found Found, Guid EventId)>> Next(Task before)
    {
        // Even when nothing is under way: those who were answered together ask together again.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        List<Guid> asked;
        Task<List<(Found Found, Guid EventId)>> finding;
        lock (_gate)
        {
            (asked, _asked, _next) = (_asked, [], null);
            finding = Find(ByTickets, [asked.Distinct().ToList().Column(id => id)], CancellationToken.None);
            _underWay = finding;
        }

        return (await finding).ToDictionary(known => known.Found.AttendeeId);
    }

    private async Task<List<(Found Found, Guid EventId)>> Find(string sql, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(Found, Guid)>();
        while (await reader.ReadAsync(ct))
        {
            var holder = new Holder(Text(reader, 2), Text(reader, 3), Text(reader, 4));
            var code = reader.IsDBNull(6) ? null : reader.GetString(6);
            found.Add((new(reader.GetGuid(0), reader.GetGuid(1), holder, code), reader.GetGuid(5)));
        }

        return found;
    }

    private static string Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);
}
