using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Proposals;

/// <summary>What a participant says of themselves here: the only copy, erased by deleting the row.</summary>
/// <param name="SubjectId">The ticket.</param>
/// <param name="EventId">The event.</param>
/// <param name="Name">As it stands on cards and board.</param>
/// <param name="Hashtags">Three words to introduce oneself with; null leaves them as they are.</param>
public sealed record PersonalRow(Guid SubjectId, Guid EventId, string Name, string? Hashtags = null)
{
    public static void Write(IReadOnlyList<PersonalRow> rows, NpgsqlBatch batch)
    {
        foreach (var row in rows)
        {
            batch.Add("""
                insert into barcamp.personal as p (subject_id, event_id, name, hashtags) values ($1, $2, $3, coalesce($4, ''))
                on conflict (subject_id) do update set name = excluded.name, hashtags = coalesce($4, p.hashtags)
                """,
                Statements.Value(row.SubjectId), Statements.Value(row.EventId), Statements.Value(row.Name),
                Statements.Value(row.Hashtags));
        }
    }
}
