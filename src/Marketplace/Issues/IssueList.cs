using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Issues;

/// <summary>One row per issue: where it stands and since when.</summary>
public static class IssueList
{
    public static Projection Projection { get; } = new(
        "marketplace.issues", "marketplace.issues",
        [typeof(IssueReported), typeof(IssueTaken), typeof(IssueSolved), typeof(IssueReopened), typeof(IssueMoved)], Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Statements.Value(Guid.Parse(recorded.Stream.AsSpan("issue-".Length)));
            var at = Statements.Value(recorded.At.ToUniversalTime());
            switch (recorded.Event)
            {
                case IssueReported e:
                    batch.Add(
                        $"insert into {table} values ($1, $2, $3, $4, 'Open', null, $5, $5)",
                        id, Statements.Value(e.EventId), Statements.Value(e.StandId), Statements.Value(e.ExhibitorId), at);
                    break;
                case IssueMoved e:
                    batch.Add($"update {table} set stand_id = $2, changed_at = $3 where issue_id = $1", id,
                        Statements.Value(e.StandId), at);
                    break;
                default:
                    var (state, actor) = recorded.Event switch
                    {
                        IssueTaken e => (IssueState.Taken, e.Actor),
                        IssueSolved e => (IssueState.Solved, e.Actor),
                        _ => (IssueState.Open, (string?)null),
                    };
                    batch.Add(
                        $"update {table} set state = $2, actor = $3, changed_at = $4 where issue_id = $1",
                        id, Statements.Value(state.ToString()), Statements.Value(actor), at);
                    break;
            }
        }
    }
}
