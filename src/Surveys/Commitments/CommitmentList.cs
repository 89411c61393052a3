using EventOps.EventStore;
using Npgsql;

namespace EventOps.Surveys.Commitments;

/// <summary>One row per commitment, for lists in order and for what the next invitation tells.</summary>
public static class CommitmentList
{
    public static Projection Projection { get; } = new(
        "surveys.commitments", "surveys.commitments",
        [typeof(CommitmentMade), typeof(PledgeChanged), typeof(CommitmentPlaced)], Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Statements.Value(Guid.Parse(recorded.Stream.AsSpan("commitment-".Length)));
            switch (recorded.Event)
            {
                case CommitmentMade e:
                    batch.Add(
                        $"""
                        insert into {table} (commitment_id, event_id, survey_id, placed, status, public)
                        values ($1, $2, $3, $4, $5, $6)
                        """,
                        id, Statements.Value(e.EventId), Statements.Value(e.Finding.SurveyId), Statements.Value(e.Place),
                        Statements.Value(e.Pledge.Status.ToString()), Statements.Value(e.Pledge.Public));
                    break;
                case PledgeChanged e:
                    batch.Add(
                        $"update {table} set status = $2, public = $3 where commitment_id = $1",
                        id, Statements.Value(e.Pledge.Status.ToString()), Statements.Value(e.Pledge.Public));
                    break;
                case CommitmentPlaced e:
                    batch.Add($"update {table} set placed = $2 where commitment_id = $1", id, Statements.Value(e.Place));
                    break;
            }
        }
    }
}
