using System.Collections.Concurrent;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.ReadingTheList;

/// <summary>How many attendees of one type are in one state.</summary>
public sealed record AttendeeCount(Guid TicketTypeId, string State, int Count);

/// <summary>How many there are of each type in each state: at most half a second old, and kept as long as somebody looks.</summary>
public sealed class AttendeeCounts(NpgsqlDataSource database, ChangedStreams changed, TimeProvider clock)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<Guid, AttendeeTally> _tallies = new();
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<AttendeeCount> Counts, long At)> _known = new();

    public async Task<IReadOnlyList<AttendeeCount>> Of(Guid eventId, CancellationToken ct)
    {
        if (_known.TryGetValue(eventId, out var known) && clock.GetElapsedTime(known.At) < s_fresh) return known.Counts;
        var counts = await _tallies.GetOrAdd(eventId, id => new(database, changed, id)).Read(ct);
        _known[eventId] = (counts, clock.GetTimestamp());
        foreach (var (id, _) in _known.Where(other => clock.GetElapsedTime(other.Value.At) > s_kept))
        {
            _known.TryRemove(id, out _);
            _tallies.TryRemove(id, out _);
        }

        return counts;
    }

    /// <summary>After a change that the same person looks at next.</summary>
    public void Recount(Guid eventId) => _known.TryRemove(eventId, out _);
}
