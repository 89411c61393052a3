using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Proposing;

/// <summary>Reads the proposals of a barcamp: a few hundred at most, so always all of them.</summary>
public sealed class Ideas(NpgsqlDataSource database, Words words)
{
    private const string Select = """
        select p.proposal_id, p.state, p.hidden, p.into_id, p.offers, p.submitted_at, t.title, t.summary, t.language, t.tags, p.hosts
        from barcamp.proposals p join barcamp.texts t on t.proposal_id = p.proposal_id where p.event_id = $1
        order by p.submitted_at desc nulls first, p.proposal_id
        """;

    public async Task<IReadOnlyList<Idea>> Of(Guid eventId, CancellationToken ct)
    {
        var rows = await Rows(eventId, ct);
        var names = await words.Names([.. rows.SelectMany(row => row.Hosts).Distinct()], ct);
        var parts = rows.Where(row => row.Idea.IntoId is not null).ToLookup(row => row.Idea.IntoId!.Value, row => row.Hosts);
        return [.. rows.Select(row => row.Idea with
        {
            Hosts = [.. row.Hosts.Concat(parts[row.Idea.Id].SelectMany(hosts => hosts)).Distinct()
                .Select(host => new PlannedHost(host, names.GetValueOrDefault(host, "")))],
        })];
    }

    private async Task<List<(Idea Idea, Guid[] Hosts)>> Rows(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(Idea, Guid[])>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add((new(
                reader.GetGuid(0), reader.GetString(1), reader.GetBoolean(2), reader.IsDBNull(3) ? null : reader.GetGuid(3),
                reader.GetFieldValue<Guid[]>(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                reader.GetString(6), reader.GetString(7), reader.GetString(8), reader.GetFieldValue<string[]>(9), []),
                reader.GetFieldValue<Guid[]>(10)));
        }

        return rows;
    }
}
