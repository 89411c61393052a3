using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.VisitingStands;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.Marketplace.Hearing;

/// <summary>Names have to go: those of single people in the teams, or of everybody when the event's time is over.</summary>
public static class OnPersonsErased
{
    public static async Task<Work> Handle(PersonsErased heard, Handling handling)
    {
        var visits = await VisitsOf(heard, handling);
        return new Work().Then(commit =>
        {
            commit.Write(new Erased(heard));
            if (visits.Count > 0) commit.Write(new ForgottenVisits(visits));
        });
    }

    // Visits carry no ticket: whose they are is worked out with the event's key, as long as there is one.
    private static async Task<List<byte[]>> VisitsOf(PersonsErased heard, Handling handling)
    {
        if (heard.SubjectIds.Count == 0) return [];
        var (services, ct) = (handling.Services, handling.Cancellation);
        var stands = (await services.GetRequiredService<StandRows>().Of(heard.EventId, ct)).Keys.ToList();
        var keys = services.GetRequiredService<VisitKeys>();
        var visits = new List<byte[]>();
        foreach (var ticket in heard.SubjectIds) visits.AddRange((await keys.Of(heard.EventId, ticket, stands, ct)).Values);
        return visits;
    }

    /// <summary>Whose rows go.</summary>
    public sealed record Erased(PersonsErased Heard)
    {
        // Tables of people's rows, and the column with their id.
        private static readonly (string Table, string Subject)[] s_people =
            [("team", "person_id"), ("contacts", "ticket_id"), ("participants", "ticket_id")];

        public static void Write(IReadOnlyList<Erased> rows, NpgsqlBatch batch)
        {
            foreach (var heard in rows.Select(row => row.Heard))
            {
                foreach (var (table, subject) in s_people)
                {
                    batch.Add(
                        $"""
                        delete from marketplace.{table}
                        where event_id = $1 and (cardinality($2::uuid[]) = 0 or {subject} = any($2))
                        """,
                        Statements.Value(heard.EventId), heard.SubjectIds.Column(id => id));
                }

                if (heard.SubjectIds.Count > 0) continue;
                OnEventEnded.Ended.Write([new(heard.EventId)], batch);
                batch.Add("delete from marketplace.issue_texts where event_id = $1", Statements.Value(heard.EventId));
                batch.Add(
                    """
                    delete from marketplace.payers
                    where exhibitor_id in (select exhibitor_id from marketplace.exhibitors where event_id = $1)
                    """,
                    Statements.Value(heard.EventId));
                batch.Add("delete from marketplace.entries where event_id = $1", Statements.Value(heard.EventId));
                batch.Add("delete from marketplace.personal where event_id = $1", Statements.Value(heard.EventId));
            }
        }
    }
}
