using System.Collections.Concurrent;
using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Ui;
using Npgsql;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>Who is here, at the entrance of one event.</summary>
/// <param name="Expected">How many hold a confirmed ticket; may be some seconds old.</param>
/// <param name="Entered">Entries so far, whoever came twice counted twice.</param>
/// <param name="Left">Exits so far.</param>
/// <param name="Gates">Entries and exits of today, by gate.</param>
/// <param name="Quarters">Entries and exits per quarter of an hour, oldest first.</param>
public sealed record ArrivalFigures(
    int Expected, int Entered, int Left, IReadOnlyList<ArrivalFigures.AtGate> Gates,
    IReadOnlyList<ArrivalFigures.Quarter> Quarters)
{
    public int Present => Entered - Left;

    public sealed record AtGate(string Gate, int Entered, int Left);

    public sealed record Quarter(DateTimeOffset From, int Entered, int Left);
}

/// <summary>Reads the figures of one event for its pages.</summary>
public sealed class ArrivalReader(NpgsqlDataSource database, TimeProvider clock)
{
    // Counting a hundred thousand tickets is not worth doing for every page: the number hardly moves on the day.
    private static readonly TimeSpan s_countedFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, (int Count, long At)> _expected = new();

    /// <summary>The figures as the daemon has counted them; <paramref name="timeZone"/> says when today began.</summary>
    public async Task<ArrivalFigures> Of(Guid eventId, string timeZone, CancellationToken ct)
    {
        var rows = await Rows(eventId, ct);
        var say = Say.In(timeZone);
        var today = say.Local(clock.GetUtcNow()).Date;
        return new(
            await Expected(eventId, ct), rows.Sum(row => row.Entered), rows.Sum(row => row.Left),
            [.. rows.Where(row => say.Local(row.From).Date == today).GroupBy(row => row.Gate)
                .Select(gate => new ArrivalFigures.AtGate(gate.Key, gate.Sum(row => row.Entered), gate.Sum(row => row.Left)))
                .OrderBy(gate => gate.Gate, StringComparer.Ordinal)],
            [.. rows.GroupBy(row => row.From)
                .Select(quarter => new ArrivalFigures.Quarter(
                    quarter.Key, quarter.Sum(row => row.Entered), quarter.Sum(row => row.Left)))
                .OrderBy(quarter => quarter.From)]);
    }

    private async Task<List<(string Gate, DateTimeOffset From, int Entered, int Left)>> Rows(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select gate, quarter, entered, left_again from registration.arrivals where event_id = $1 and list = $2
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(AttendeeList.EntryList));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(string, DateTimeOffset, int, int)>();
        while (await reader.ReadAsync(ct))
            rows.Add((reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt32(2), reader.GetInt32(3)));
        return rows;
    }

    private async Task<int> Expected(Guid eventId, CancellationToken ct)
    {
        if (_expected.TryGetValue(eventId, out var known) && clock.GetElapsedTime(known.At) < s_countedFor) return known.Count;
        await using var command = database.CreateCommand(
            "select count(*)::int from registration.attendees where event_id = $1 and status = 'expected'");
        command.Parameters.Add(Statements.Value(eventId));
        var count = (int)(await command.ExecuteScalarAsync(ct))!;
        _expected[eventId] = (count, clock.GetTimestamp());
        return count;
    }
}
