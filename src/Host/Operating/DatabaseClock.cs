using System.Diagnostics;
using Npgsql;

namespace EventOps.Host.Operating;

/// <summary>
/// One time for all hosts: PostgreSQL's, carried on by this machine's steady counter, so that neither a wrong nor a jumping
/// system clock matters. In whole microseconds, as PostgreSQL stores them.
/// </summary>
public sealed class DatabaseClock(NpgsqlDataSource database) : TimeProvider
{
    private sealed record Mark(long Ticks, long Counter);

    private Mark _mark = new(DateTime.UtcNow.Ticks, Stopwatch.GetTimestamp());

    /// <summary>How far the system clock is from the database's; positive when the system clock is ahead.</summary>
    public TimeSpan SystemClockAhead => DateTime.UtcNow - GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var mark = Volatile.Read(ref _mark);
        var ticks = mark.Ticks + Stopwatch.GetElapsedTime(mark.Counter).Ticks;
        return new(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    /// <summary>Reads the database's time; the answer is taken to have been made half way through the round trip.</summary>
    public async Task Synchronise(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        var sent = Stopwatch.GetTimestamp();
        var time = (DateTime)(await command.ExecuteScalarAsync(ct))!;
        var received = Stopwatch.GetTimestamp();
        Volatile.Write(ref _mark, new(time.Ticks, sent + ((received - sent) / 2)));
    }
}
