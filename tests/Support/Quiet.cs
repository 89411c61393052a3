using EventOps.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.Support;

/// <summary>Waits, by listening, until the messages that something caused are handled.</summary>
public static class Quiet
{
    // Parked messages are counted apart: waiting for them would never end.
    private const string Count = """
        select
          (select count(*) from messaging.queue q where ($1::varchar is null or q.correlation_id = $1))
          + (select count(*) from messaging.scheduled s where s.due <= $2 and ($1::varchar is null or s.correlation_id = $1)),
          (select string_agg(d.handler || ': ' || d.error, ', ') from messaging.dead d
            where ($1::varchar is null or d.correlation_id = $1))
        """;

    private static readonly TimeSpan _lookAgainAfter = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Returns when all messages of a correlation, and all that they caused, are handled; without one, when all due messages are.
    /// </summary>
    /// <exception cref="InvalidOperationException">One of them is a dead letter.</exception>
    /// <exception cref="TimeoutException">They took longer than <paramref name="atMost"/>, by default 20 seconds.</exception>
    public static async Task WaitForMessages(IServiceProvider host, string? correlationId = null, TimeSpan? atMost = null)
    {
        var (database, clock) = (host.GetRequiredService<NpgsqlDataSource>(), host.GetRequiredService<TimeProvider>());
        await Until(host.GetRequiredService<Wakeups>(), atMost, async () =>
        {
            await using var command = database.CreateCommand(Count);
            command.Parameters.AddWithValue((object?)correlationId ?? DBNull.Value);
            command.Parameters[0].NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Varchar;
            command.Parameters.AddWithValue(clock.GetUtcNow());
            await using var row = await command.ExecuteReaderAsync();
            await row.ReadAsync();
            if (!row.IsDBNull(1)) throw new InvalidOperationException($"Dead letters: {row.GetString(1)}");
            return row.GetInt64(0) == 0;
        });
    }

    /// <summary>Returns when something is true; looks after every commit of any host.</summary>
    public static async Task Until(Wakeups wakeups, TimeSpan? atMost, Func<Task<bool>> isTrue)
    {
        using var end = new CancellationTokenSource(atMost ?? TimeSpan.FromSeconds(20));
        var wakeup = wakeups.Follow();
        while (!await isTrue())
        {
            if (end.IsCancellationRequested) throw new TimeoutException("It did not become quiet in time.");
            await wakeup.WaitAsync(_lookAgainAfter);
        }
    }
}
