using EventOps.EventStore;
using EventOps.Messaging.Storing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Messaging.Pumping;

/// <summary>
/// Notes failed attempts: the lane waits for the next one, or is parked. Only while the lease holds: else it is another's turn.
/// </summary>
internal sealed class Attempts(NpgsqlDataSource database, TimeSpan lease, ILogger log)
{
    private const string Wait = """
        with lane as (
          update messaging.lanes set owner = null, lease_until = clock_timestamp() + $5
          where handler = $1 and key = $2 and owner = $4 returning 1)
        update messaging.queue set attempts = attempts + 1, last_error = $6
        where handler = $1 and key = $2 and position = $3 and exists (select from lane)
        """;

    private const string Park = """
        with lane as (
          update messaging.lanes set owner = null, lease_until = 'infinity'
          where handler = $1 and key = $2 and owner = $4 returning 1),
        gone as (
          delete from messaging.queue
          where handler = $1 and key = $2 and position = $3 and exists (select from lane) returning *)
        insert into messaging.dead (
          id, handler, key, position, type, body, published_at, attempts, error, correlation_id, causation_id)
        select id, handler, key, position, type, body, published_at, attempts + 1, $5, correlation_id, causation_id from gone
        """;

    private const string Extend = """
        update messaging.lanes set lease_until = clock_timestamp() + $4 where handler = $1 and key = $2 and owner = $3
        """;

    /// <summary>Returns how long the lane waits; null when the message was given up.</summary>
    public async Task<TimeSpan?> Failed(Lane lane, Queued message, Exception failure, CancellationToken ct)
    {
        var kind = Failures.Kind(failure);
        var attempts = message.Attempts + 1;
        var retrying = lane.Subscriber.Retrying;
        if (attempts < retrying.Attempts)
        {
            var wait = retrying.After(attempts);
            await Execute(Wait, lane, message, [Statements.Value(wait), Statements.Value(kind)], ct);
            log.LogInformation("Message {Message} of {Handler} failed in attempt {Attempt}: {Error}; next try in {Wait}",
                message.Id, lane.Subscriber.Handler, attempts, kind, wait);
            return wait;
        }

        await Execute(Park, lane, message, [Statements.Value(kind)], ct);
        log.LogError("Message {Message} of {Handler} is parked after {Attempt} attempts: {Error}{Where}",
            message.Id, lane.Subscriber.Handler, attempts, kind, Environment.NewLine + failure.StackTrace);
        return null;
    }

    /// <summary>Gives lanes back that have nothing to handle, or whose host stops.</summary>
    public async Task Release(IReadOnlyList<Lane> lanes, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        MessageRows.Release([.. lanes.Select(lane => new Released(lane.Subscriber.Handler, lane.Key, lane.Owner))], batch);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes the full lease again; false when another host has the lane by now.</summary>
    public async Task<bool> Renew(Lane lane, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Extend);
        command.Parameters.Add(Statements.Value(lane.Subscriber.Handler));
        command.Parameters.Add(Statements.Value(lane.Key));
        command.Parameters.Add(Statements.Value(lane.Owner));
        command.Parameters.Add(Statements.Value(lease));
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    private async Task Execute(string sql, Lane lane, Queued message, NpgsqlParameter[] more, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(Statements.Value(lane.Subscriber.Handler));
        command.Parameters.Add(Statements.Value(lane.Key));
        command.Parameters.Add(Statements.Value(message.Position));
        command.Parameters.Add(Statements.Value(lane.Owner));
        foreach (var parameter in more)
            command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(ct);
    }
}
