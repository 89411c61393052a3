using System.Collections.Concurrent;
using EventOps.Barcamp.Boards;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.CountingRooms;

/// <summary>How many people are in each room that has gates: whose newest scan was there. Numbers only, at most a second old.</summary>
public sealed class RoomCrowds(IEventStore store, NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(1);
    private static readonly Dictionary<Guid, int> s_none = [];

    private readonly ConcurrentDictionary<Guid, (IReadOnlyDictionary<Guid, int> Counts, long At)> _known = new();

    /// <summary>People by room; a room without gates is not in it.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, int>> Of(Guid eventId, CancellationToken ct)
    {
        if (_known.TryGetValue(eventId, out var known) && clock.GetElapsedTime(known.At) < s_maxAge) return known.Counts;
        var board = await store.Recall(Board.Stream(eventId), Board.Decider, s_maxAge, ct);
        var counts = board.Gates.IsEmpty ? s_none : Sum(board, await ByGate(eventId, ct));
        _known[eventId] = (counts, clock.GetTimestamp());
        return counts;
    }

    private static Dictionary<Guid, int> Sum(Board board, Dictionary<string, int> byGate) =>
        board.Gates.ToDictionary(room => room.Key, room => room.Value.Sum(gate => byGate.GetValueOrDefault(gate)));

    private async Task<Dictionary<string, int>> ByGate(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select gate, count(*)::int from barcamp.participants where event_id = $1 and present and valid and gate is not null group by gate
            """);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var counts = new Dictionary<string, int>();
        while (await reader.ReadAsync(ct)) counts[reader.GetString(0)] = reader.GetInt32(1);
        return counts;
    }
}
