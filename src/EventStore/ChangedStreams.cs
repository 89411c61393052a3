using System.Globalization;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>
/// Tells which streams got events: who keeps a count of what many streams say looks again at those only. One instance for each
/// host remembers what it needs to know when numbers are settled.
/// </summary>
public sealed class ChangedStreams(NpgsqlDataSource database)
{
    private readonly Lock _gate = new();
    private (long Number, ulong TransactionId)? _unsure;
    private long _settled;

    /// <summary>What changed.</summary>
    /// <param name="Mark">To ask with next time: all up to it has been told or was known before.</param>
    /// <param name="Streams">Ids of streams, each at least when it changed; null: too many to name.</param>
    public sealed record Answer(long Mark, IReadOnlyList<string>? Streams);

    /// <summary>
    /// The streams that got events after a mark. What is read after the answer holds all that it tells of; a change may be told
    /// more than once, and none is left out.
    /// </summary>
    /// <param name="mark">The last answer's; 0 the first time.</param>
    /// <param name="prefix">What the ids of the streams begin with: <c>attendee-</c>.</param>
    /// <param name="most">How many are worth naming, at least 1.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<Answer> Since(long mark, string prefix, int most, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        // Whoever drew a number before ours was read had a transaction before ours: once none older than ours is left, all up to
        // our number are committed or rolled back for good.
        batch.Add("begin");
        batch.Add("select last_value - (not is_called)::int from eventops.mt_events_sequence");
        batch.Add("select pg_current_xact_id()::text");
        batch.Add("select pg_snapshot_xmin(pg_current_snapshot())::text");
        batch.Add(
            "select distinct stream_id from eventops.mt_events where seq_id > $1 and starts_with(stream_id, $2) limit $3",
            Statements.Value(mark), Statements.Value(prefix), Statements.Value(most + 1));
        batch.Add("rollback");
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var last = reader.GetInt64(0);
        var (own, oldest) = (await Id(), await Id());
        await reader.NextResultAsync(ct);
        var streams = new List<string>();
        while (await reader.ReadAsync(ct))
            streams.Add(reader.GetString(0));
        return new(Math.Max(mark, Settle(last, own, oldest)), streams.Count > most ? null : streams);

        async Task<ulong> Id()
        {
            await reader.NextResultAsync(ct);
            await reader.ReadAsync(ct);
            return ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture);
        }
    }

    // While others write all the time, an earlier number is settled before the newest one is: it waits for its turn.
    private long Settle(long last, ulong own, ulong oldest)
    {
        lock (_gate)
        {
            if (_unsure is { } earlier && oldest > earlier.TransactionId)
                (_settled, _unsure) = (Math.Max(_settled, earlier.Number), null);
            if (oldest >= own) _settled = Math.Max(_settled, last);
            else _unsure ??= (last, own);
            return _settled;
        }
    }
}
