using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Issues;

/// <summary>What somebody wrote about an issue, and how to reach them: a row, because it may name people.</summary>
/// <param name="IssueId">The issue.</param>
/// <param name="EventId">The event.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Place">Where, in words; empty at a stand.</param>
/// <param name="Email">Where an answer goes; may be empty.</param>
/// <param name="Photo">A picture without what cameras note; null: none.</param>
/// <param name="PhotoType">Its media type.</param>
public sealed record IssueText(
    Guid IssueId, Guid EventId, string Text, string Place, string Email, byte[]? Photo, string? PhotoType)
{
    // A report that is sent again is there already.
    public static void Write(IReadOnlyList<IssueText> rows, NpgsqlBatch batch)
    {
        foreach (var row in rows)
        {
            batch.Add(
                """
                insert into marketplace.issue_texts (issue_id, event_id, text, place, email, note, photo, photo_type)
                values ($1, $2, $3, $4, $5, '', $6, $7) on conflict (issue_id) do nothing
                """,
                Statements.Value(row.IssueId), Statements.Value(row.EventId), Statements.Value(row.Text),
                Statements.Value(row.Place),
                Statements.Value(row.Email), Statements.Value(row.Photo), Statements.Value(row.PhotoType));
        }
    }
}

/// <summary>What the organiser notes: how it was solved, or where it really is. Null leaves what stands.</summary>
public sealed record IssueNote(Guid IssueId, string? Note, string? Place)
{
    public static void Write(IReadOnlyList<IssueNote> rows, NpgsqlBatch batch)
    {
        foreach (var row in rows)
        {
            batch.Add(
                "update marketplace.issue_texts set note = coalesce($2, note), place = coalesce($3, place) where issue_id = $1",
                Statements.Value(row.IssueId), Statements.Value(row.Note), Statements.Value(row.Place));
        }
    }
}
