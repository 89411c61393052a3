using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Barcamp.Hearing;

/// <summary>Names have to go: who hosted is no longer known, the sessions and their notes stay.</summary>
public static class OnPersonsErased
{
    public static Work Handle(PersonsErased heard, Handling handling) =>
        new Work().Then(commit => commit.Write(new Erased(heard)));

    /// <summary>The rows to delete.</summary>
    public sealed record Erased(PersonsErased Heard)
    {
        public static void Write(IReadOnlyList<Erased> rows, NpgsqlBatch batch)
        {
            foreach (var heard in rows.Select(row => row.Heard))
            {
                batch.Add(
                    "delete from barcamp.personal where event_id = $1 and (cardinality($2::uuid[]) = 0 or subject_id = any($2))",
                    Statements.Value(heard.EventId), heard.SubjectIds.Column(id => id));
                batch.Add(
                    "delete from barcamp.mail_wishes where event_id = $1 and (cardinality($2::uuid[]) = 0 or ticket_id = any($2))",
                    Statements.Value(heard.EventId), heard.SubjectIds.Column(id => id));
            }
        }
    }
}
