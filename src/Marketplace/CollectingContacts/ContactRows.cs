using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.CollectingContacts;

/// <summary>Reads who said yes to whom.</summary>
public sealed class ContactRows(NpgsqlDataSource database)
{
    private const string Select =
        "select exhibitor_id, ticket_id, event_id, given_at, text_version, way, withdrawn_at from marketplace.contacts";

    /// <summary>What one exhibitor was given, withdrawn ones too, the newest first.</summary>
    public Task<List<Contact>> OfExhibitor(Guid exhibitorId, CancellationToken ct) =>
        Read($"{Select} where exhibitor_id = $1 order by given_at desc, ticket_id", [Statements.Value(exhibitorId)], ct);

    /// <summary>What one visitor gave.</summary>
    public Task<List<Contact>> OfTicket(Guid eventId, Guid ticketId, CancellationToken ct) => Read(
        $"{Select} where ticket_id = $1 and event_id = $2 order by given_at",
        [Statements.Value(ticketId), Statements.Value(eventId)], ct);

    public async Task<Contact?> Find(Guid exhibitorId, Guid ticketId, CancellationToken ct) => (await Read(
        $"{Select} where exhibitor_id = $1 and ticket_id = $2",
        [Statements.Value(exhibitorId), Statements.Value(ticketId)], ct)).FirstOrDefault();

    /// <summary>How many each exhibitor has, and how many were withdrawn: numbers only.</summary>
    public async Task<IReadOnlyDictionary<Guid, (long Given, long Withdrawn)>> Count(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select exhibitor_id, count(*) filter (where withdrawn_at is null), count(withdrawn_at) from marketplace.contacts
            where event_id = $1 group by exhibitor_id
            """);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var counts = new Dictionary<Guid, (long, long)>();
        while (await reader.ReadAsync(ct)) counts[reader.GetGuid(0)] = (reader.GetInt64(1), reader.GetInt64(2));
        return counts;
    }

    private async Task<List<Contact>> Read(string sql, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Contact>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetFieldValue<DateTimeOffset>(3),
                reader.GetString(4), Enum.Parse<ConsentWay>(reader.GetString(5)),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return rows;
    }
}
