using EventOps.EventStore;
using EventOps.Messaging.Storing;
using Npgsql;

namespace EventOps.Messaging.Pumping;

/// <summary>Once a second: what became due joins the queue's end. Once an hour: old inbox marks go, in batches.</summary>
internal sealed class Sweeping(
    NpgsqlDataSource database, MessagingModel model, Arrivals arrivals, MessagingSettings settings, TimeProvider clock)
{
    private const int AtOnce = 1000;

    private static readonly TimeSpan s_sweepMarksEvery = TimeSpan.FromHours(1);

    // One host at a time, so that the messages of a key keep the order of their due times.
    private const string MoveDue = """
        with turn as materialized (select pg_try_advisory_xact_lock(7300481) as mine),
        due as (
          delete from messaging.scheduled where ctid = any (array(
            select s.ctid from turn, messaging.scheduled s where turn.mine and s.due <= $1
            order by s.due, s.position limit $2 for update of s skip locked))
          returning *)
        insert into messaging.queue (handler, key, id, type, body, published_at, correlation_id, causation_id)
        select handler, key, id, type, body, due, correlation_id, causation_id from due order by due, position
        returning handler, key
        """;

    private const string DeleteMarks = """
        delete from messaging.handled where ctid = any (array(
          select ctid from messaging.handled where handled_at < $1 limit $2 for update skip locked))
        """;

    private DateTimeOffset _marksSweptAt;

    public async Task Run(CancellationToken ct)
    {
        while (await Move(ct) == AtOnce)
        {
        }

        var now = clock.GetUtcNow();
        if (now - _marksSweptAt < s_sweepMarksEvery) return;
        while (await Forget(now - settings.KeepMarks, ct) == AtOnce)
        {
        }

        _marksSweptAt = now;
    }

    private async Task<int> Move(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(MoveDue, connection, transaction);
        command.Parameters.Add(Statements.Value(clock.GetUtcNow()));
        command.Parameters.Add(Statements.Value(AtOnce));
        var moved = new List<LaneName>();
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
                moved.Add(new(row.GetString(0), row.GetString(1)));
        }

        if (moved.Count > 0)
        {
            await using var announcements = new NpgsqlBatch(connection, transaction);
            foreach (var edges in moved.Select(lane => model.HandlersOf(edges: true).Contains(lane.Handler)).Distinct())
                Wakeups.Announce(announcements, Topics.Of(edges));
            await announcements.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        foreach (var lane in moved)
            arrivals.Add(lane);
        return moved.Count;
    }

    private async Task<int> Forget(DateTimeOffset before, CancellationToken ct)
    {
        await using var command = database.CreateCommand(DeleteMarks);
        command.Parameters.Add(Statements.Value(before));
        command.Parameters.Add(Statements.Value(AtOnce));
        return await command.ExecuteNonQueryAsync(ct);
    }
}
