using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.SeatingTeams;

/// <summary>Reads teams at stands: what was told, who waits for a ticket, and what stands on a badge.</summary>
public sealed class StandTeamRows(NpgsqlDataSource database)
{
    private const string Select =
        "select event_id, exhibitor_id, version, ticket_type_id, stands, person_ids from registration.stand_teams t";

    private const string SomebodyWaits = """
        exists (select from unnest(t.person_ids) as p(id)
          where not exists (select from registration.stand_tickets s
            where s.person_id = p.id and s.exhibitor_id = t.exhibitor_id))
        """;

    public async Task<StandTeam?> Find(Guid exhibitorId, CancellationToken ct)
    {
        if (await Teams($"{Select} where exhibitor_id = $1", exhibitorId, ct) is not [var told]) return null;
        await using var command = database.CreateCommand(
            "select person_id, ticket_type_id, registration_id from registration.stand_tickets where exhibitor_id = $1");
        command.Parameters.Add(Statements.Value(exhibitorId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tickets = new List<StandTicket>();
        while (await reader.ReadAsync(ct)) tickets.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2)));
        return new(told, tickets);
    }

    /// <summary>Teams of an event of which somebody has no ticket.</summary>
    public Task<List<StandTeamChanged>> Waiting(Guid eventId, CancellationToken ct) =>
        Teams($"{Select} where event_id = $1 and {SomebodyWaits} order by exhibitor_id", eventId, ct);

    /// <summary>How many people of teams have no ticket, because there was no place for them.</summary>
    public async Task<long> CountWaiting(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select count(*) from registration.stand_teams t cross join unnest(t.person_ids) as p(id)
            where t.event_id = $1 and not exists (select from registration.stand_tickets s where s.person_id = p.id)
            """);
        command.Parameters.Add(Statements.Value(eventId));
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Numbers of the stands that people work at, by ticket: "A12, A13". Everybody else is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Stands(IReadOnlyList<Guid> tickets, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select s.person_id, array_to_string(t.stands, ', ') from registration.stand_tickets s
            join registration.stand_teams t using (exhibitor_id) where s.person_id = any($1) and cardinality(t.stands) > 0
            """);
        command.Parameters.Add(tickets.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var stands = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct)) stands[reader.GetGuid(0)] = reader.GetString(1);
        return stands;
    }

    private async Task<List<StandTeamChanged>> Teams(string sql, Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(Statements.Value(id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var teams = new List<StandTeamChanged>();
        while (await reader.ReadAsync(ct))
        {
            teams.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetGuid(3), reader.GetFieldValue<string[]>(4),
                reader.GetFieldValue<Guid[]>(5)));
        }

        return teams;
    }
}
