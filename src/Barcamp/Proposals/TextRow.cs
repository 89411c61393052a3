using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Proposals;

/// <summary>The words of a proposal: free text may name people, so it is a row that can go.</summary>
public sealed record TextRow(
    Guid ProposalId, Guid EventId, string Title, string Summary, string Language, IReadOnlyList<string> Tags)
{
    public static void Write(IReadOnlyList<TextRow> rows, NpgsqlBatch batch)
    {
        foreach (var row in rows)
        {
            batch.Add("""
                insert into barcamp.texts (proposal_id, event_id, title, summary, language, tags) values ($1, $2, $3, $4, $5, $6)
                on conflict (proposal_id) do update set
                  title = excluded.title, summary = excluded.summary, language = excluded.language, tags = excluded.tags
                """,
                Statements.Value(row.ProposalId), Statements.Value(row.EventId), Statements.Value(row.Title),
                Statements.Value(row.Summary), Statements.Value(row.Language), Statements.Value(row.Tags.ToArray()));
        }
    }
}
