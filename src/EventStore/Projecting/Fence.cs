using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>
/// Tells up to which number the store is settled: every smaller one is committed or rolled back for good. A writer has its
/// transaction id before it draws a number, so once all transactions older than an id taken later have ended, none of them
/// can still bring a number that was drawn before.
/// </summary>
internal static class Fence
{
    // A sequence that was never used has last_value 1 and is_called false.
    private const string LastNumber = "select last_value - (not is_called)::int from eventops.mt_events_sequence";

    private const string OlderAreGone = "select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8";

    private const int ImmediateChecks = 3;
    private const int LongestWait = 50; // ms

    /// <summary>The last number that was drawn.</summary>
    public static async Task<long> Last(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LastNumber, connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>
    /// Waits until everything up to the last number is settled, and returns that number; returns <paramref name="mark"/> without
    /// burning a transaction id where nothing is new.
    /// </summary>
    public static async Task<long> Settle(NpgsqlConnection connection, long mark, CancellationToken ct)
    {
        var last = await Last(connection, ct);
        if (last <= mark) return mark;
        var id = await BurnTransactionId(connection, ct); // in a later statement than the last number: the order is the proof
        await using var check = new NpgsqlCommand(OlderAreGone, connection);
        check.Parameters.Add(Statements.Value(id));
        for (var checks = 0; !(bool)(await check.ExecuteScalarAsync(ct))!; checks++)
        {
            // Commits take a millisecond or two: look often at first, rarely when somebody holds a transaction open.
            if (checks >= ImmediateChecks)
                await Task.Delay(Math.Clamp((checks - ImmediateChecks) / 8, 1, LongestWait), ct);
        }

        return last;
    }

    private static async Task<string> BurnTransactionId(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Add("begin");
        batch.Add("select pg_current_xact_id()::text");
        batch.Add("rollback");
        return (string)(await batch.ExecuteScalarAsync(ct))!;
    }
}
