using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.ManagingTheTeam;

/// <summary>Reads who works at stands; Registration asks it for the names on their badges.</summary>
public sealed class TeamRows(NpgsqlDataSource database) : IPeople
{
    public async Task<IReadOnlyDictionary<Guid, TeamRow>> Of(Guid exhibitorId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select person_id, exhibitor_id, event_id, given_name, family_name, email, language
            from marketplace.team where exhibitor_id = $1
            """);
        command.Parameters.Add(Statements.Value(exhibitorId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var people = new Dictionary<Guid, TeamRow>();
        while (await reader.ReadAsync(ct))
        {
            people[reader.GetGuid(0)] = new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetString(4),
                reader.GetString(5), reader.GetString(6));
        }

        return people;
    }

    public async Task<IReadOnlyDictionary<Guid, KnownPerson>> Find(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        // The badge names the exhibitor as visitors know it, or as it signed up.
        await using var command = database.CreateCommand("""
            select t.person_id, t.given_name, t.family_name, coalesce(nullif(e.name, ''), p.organisation, ''), t.email, t.language
            from marketplace.team t left join marketplace.entries e using (exhibitor_id)
            left join marketplace.personal p using (exhibitor_id) where t.person_id = any($1)
            """);
        command.Parameters.Add(ids.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var people = new Dictionary<Guid, KnownPerson>();
        while (await reader.ReadAsync(ct))
        {
            people[reader.GetGuid(0)] = new(
                reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5));
        }

        return people;
    }
}
