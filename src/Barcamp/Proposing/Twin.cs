using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Proposing;

/// <summary>A proposal that resembles what somebody types.</summary>
public sealed record Twin(Guid Id, string Title, string Hosts);

/// <summary>Finds proposals about the same, by the letters of their titles; only such as everybody may see.</summary>
public sealed class TwinSearch(NpgsqlDataSource database)
{
    private const int Shortest = 4;

    private const string Search = """
        select p.proposal_id, t.title, coalesce((select string_agg(n.name, ', ' order by n.name) from barcamp.personal n where n.subject_id = any(p.hosts)), '')
        from barcamp.proposals p join barcamp.texts t on t.proposal_id = p.proposal_id
        where p.event_id = $1 and p.state = 'submitted' and not p.hidden and p.into_id is null and p.proposal_id <> $3
          and greatest(similarity(t.title, $2), word_similarity($2, t.title)) > 0.45
        order by greatest(similarity(t.title, $2), word_similarity($2, t.title)) desc, p.proposal_id limit 3
        """;

    public async Task<IReadOnlyList<Twin>> Of(Guid eventId, string? title, Guid? except, CancellationToken ct)
    {
        if ((title ?? "").Trim() is not { Length: >= Shortest and <= ProposalForm.LongestTitle } typed) return [];
        await using var command = database.CreateCommand(Search);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(typed));
        command.Parameters.Add(Statements.Value(except ?? Guid.Empty));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var twins = new List<Twin>();
        while (await reader.ReadAsync(ct))
            twins.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        return twins;
    }
}
