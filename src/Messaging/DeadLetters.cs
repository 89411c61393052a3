using EventOps.EventStore;
using EventOps.Messaging.Storing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Messaging;

/// <summary>One message that was given up, and what waits behind it.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Handler">Who could not handle it.</param>
/// <param name="Type">Stored name of the message.</param>
/// <param name="Key">The stream it came from; this handler's later messages of the key wait.</param>
/// <param name="Body">The message as JSON: ids and facts, no personal data.</param>
/// <param name="Error">Kind of the last error, with the SQLSTATE where there is one.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="PublishedAt">When it was sent.</param>
/// <param name="ParkedAt">When it was given up.</param>
/// <param name="Waiting">How many later messages wait behind it.</param>
public sealed record DeadLetter(
    Guid Id, string Handler, string Type, string Key, string Body, string Error, int Attempts, DateTimeOffset PublishedAt,
    DateTimeOffset ParkedAt, long Waiting);

/// <summary>Messages that were given up: an organiser reads them, and replays or discards each.</summary>
public sealed class DeadLetters(NpgsqlDataSource database, TimeProvider clock, ILogger<DeadLetters> log)
{
    private const string Select = """
        select d.id, d.handler, d.type, d.key, d.body::text, d.error, d.attempts, d.published_at, d.parked_at,
          (select count(*) from messaging.queue q where q.handler = d.handler and q.key = d.key)
        from messaging.dead d order by d.parked_at desc, d.id limit $1
        """;

    // The old position: it comes before everything that waited behind it.
    private const string BackToQueue = """
        with gone as (delete from messaging.dead where id = $1 and handler = $2 returning *),
        lane as (
          delete from messaging.lanes l using gone
          where l.handler = gone.handler and l.key = gone.key and l.lease_until = 'infinity')
        insert into messaging.queue (
          handler, key, position, id, type, body, published_at, last_error, correlation_id, causation_id)
        select handler, key, position, id, type, body, published_at, error, correlation_id, causation_id from gone
        """;

    private const string Remove = """
        with gone as (delete from messaging.dead where id = $1 and handler = $2 returning *),
        lane as (
          delete from messaging.lanes l using gone
          where l.handler = gone.handler and l.key = gone.key and l.lease_until = 'infinity')
        insert into messaging.handled (message_id, handler, handled_at, note) select id, handler, $3, 'discarded' from gone
        on conflict do nothing
        """;

    /// <summary>The latest ones first.</summary>
    public async Task<IReadOnlyList<DeadLetter>> List(int atMost = 200, CancellationToken ct = default)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(Statements.Value(atMost));
        await using var row = await command.ExecuteReaderAsync(ct);
        var letters = new List<DeadLetter>();
        while (await row.ReadAsync(ct))
        {
            letters.Add(new(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
                row.GetInt32(6), row.GetFieldValue<DateTimeOffset>(7), row.GetFieldValue<DateTimeOffset>(8), row.GetInt64(9)));
        }

        return letters;
    }

    /// <summary>Tries a message again, before what waits behind it, with a fresh count of attempts.</summary>
    /// <returns>False when somebody else decided on it already.</returns>
    public async Task<bool> Replay(Guid id, string handler, CancellationToken ct = default) =>
        await Decide("replayed", id, handler, BackToQueue, [], ct);

    /// <summary>Gives a message up for good and lets what waits behind it go on. A later copy of it is ignored.</summary>
    /// <returns>False when somebody else decided on it already.</returns>
    public async Task<bool> Discard(Guid id, string handler, CancellationToken ct = default) =>
        await Decide("discarded", id, handler, Remove, [Statements.Value(clock.GetUtcNow())], ct);

    private async Task<bool> Decide(
        string what, Guid id, string handler, string sql, NpgsqlParameter[] more, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Add(sql, [Statements.Value(id), Statements.Value(handler), .. more]);
        Wakeups.Announce(batch, Topics.Of(edges: false));
        Wakeups.Announce(batch, Topics.Of(edges: true));
        await batch.ExecuteNonQueryAsync(ct);
        var found = batch.BatchCommands[0].RecordsAffected > 0;
        await transaction.CommitAsync(ct);
        if (found) log.LogInformation("Dead letter {Message} of {Handler} {What}", id, handler, what);
        return found;
    }
}
