using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Surveys.Hearing;

/// <summary>People have to go: named responses lose their names and their own words. Anonymous ones are nobody's already.</summary>
public static class OnPersonsErased
{
    public static Work Handle(PersonsErased heard, Handling handling) =>
        new Work().Then(commit => commit.Write(new Erased(heard)));

    /// <summary>Whose rows lose their names.</summary>
    public sealed record Erased(PersonsErased Heard)
    {
        private const string Theirs =
            """
            ticket_id is not null and survey_id in (select survey_id from surveys.surveys where event_id = $1)
            and (cardinality($2::uuid[]) = 0 or ticket_id = any($2))
            """;

        public static void Write(IReadOnlyList<Erased> rows, NpgsqlBatch batch)
        {
            foreach (var heard in rows.Select(row => row.Heard))
            {
                batch.Add(
                    $"delete from surveys.texts where {Theirs}", Statements.Value(heard.EventId),
                    heard.SubjectIds.Column(id => id));
                batch.Add(
                    $"update surveys.responses set ticket_id = null where {Theirs}",
                    Statements.Value(heard.EventId), heard.SubjectIds.Column(id => id));
            }
        }
    }
}
