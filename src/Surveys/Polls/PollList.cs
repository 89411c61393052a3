using EventOps.EventStore;
using Npgsql;

namespace EventOps.Surveys.Polls;

/// <summary>One row per poll: where it stands decides whether a vote is taken.</summary>
public static class PollList
{
    public static Projection Projection { get; } = new(
        "surveys.polls", "surveys.polls",
        [typeof(PollPlanned), typeof(PollOpened), typeof(PollClosed), typeof(PollDropped)], Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Statements.Value(Guid.Parse(recorded.Stream.AsSpan("poll-".Length)));
            if (recorded.Event is PollPlanned e)
            {
                batch.Add(
                    $"insert into {table} (poll_id, event_id, stage) values ($1, $2, $3)",
                    id, Statements.Value(e.EventId), Statements.Value(nameof(PollStage.Planned)));
            }
            else if (recorded.Event is PollDropped)
            {
                batch.Add($"delete from {table} where poll_id = $1", id);
            }
            else
            {
                var stage = recorded.Event is PollOpened ? PollStage.Open : PollStage.Closed;
                batch.Add($"update {table} set stage = $2 where poll_id = $1", id, Statements.Value(stage.ToString()));
            }
        }
    }
}
