using Npgsql;

namespace EventOps.EventStore;

/// <summary>
/// Tells whether anything has been appended: what is costly to count, such as the length of a list, stays true while
/// <see cref="Mark"/> stays the same.
/// </summary>
public sealed class Stillness(NpgsqlDataSource database)
{
    /// <summary>
    /// The last number of the store, when all up to it are committed or rolled back for good; null while somebody is writing.
    /// What is read after a mark holds all that had been appended up to it.
    /// </summary>
    public async ValueTask<long?> Mark(CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        // Whoever drew a number before ours was read had a transaction before ours: with ours the oldest, all of them have ended.
        batch.Add("begin");
        batch.Add("select last_value - (not is_called)::int from eventops.mt_events_sequence");
        batch.Add("select pg_current_xact_id()::text");
        batch.Add("select pg_snapshot_xmin(pg_current_snapshot()) = pg_current_xact_id()");
        batch.Add("rollback");
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var last = reader.GetInt64(0);
        await reader.NextResultAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        return reader.GetBoolean(0) ? last : null;
    }
}
