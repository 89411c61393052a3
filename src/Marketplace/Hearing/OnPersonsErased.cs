using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Marketplace.Hearing;

/// <summary>Names have to go: those of single people in the teams, or of everybody when the event's time is over.</summary>
public static class OnPersonsErased
{
    public static Work Handle(PersonsErased heard, Handling handling) => new Work().Then(commit => commit.Write(new Erased(heard)));

    /// <summary>Whose rows go.</summary>
    public sealed record Erased(PersonsErased Heard)
    {
        public static void Write(IReadOnlyList<Erased> rows, NpgsqlBatch batch)
        {
            foreach (var heard in rows.Select(row => row.Heard).Where(heard => heard.SubjectIds.Count == 0))
            {
                batch.Add(
                    "delete from marketplace.payers where exhibitor_id in (select exhibitor_id from marketplace.exhibitors where event_id = $1)",
                    Statements.Value(heard.EventId));
                batch.Add("delete from marketplace.personal where event_id = $1", Statements.Value(heard.EventId));
            }
        }
    }
}
