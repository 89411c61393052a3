using System.Collections.Concurrent;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>How many signed up on which day of the event's zone; cancelled ones do not count.</summary>
public sealed class SignUpDays(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<Day> Days, long At)> _known = new();

    public sealed record Day(DateOnly On, int Count);

    /// <summary>The days with sign-ups, oldest first; at most ten seconds old.</summary>
    public async Task<IReadOnlyList<Day>> Of(Guid eventId, string zone, CancellationToken ct)
    {
        if (_known.TryGetValue(eventId, out var known) && clock.GetElapsedTime(known.At) < s_maxAge) return known.Days;
        await using var command = database.CreateCommand("""
            select (registered_at at time zone $2)::date, count(*)::int from registration.attendees
            where event_id = $1 and status <> 'cancelled' group by 1 order by 1
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(zone));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var days = new List<Day>();
        while (await reader.ReadAsync(ct))
            days.Add(new(reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1)));
        _known[eventId] = (days, clock.GetTimestamp());
        return days;
    }
}
