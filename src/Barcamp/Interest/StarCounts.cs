using System.Collections.Concurrent;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Interest;

/// <summary>How many people want what: merged proposals count the people of all of them, each person once.</summary>
public sealed class StarCounts(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Announced after each star.</summary>
    public const string Topic = "barcamp.stars";

    // A whole venue stars at once while a pitch is on: the counts are asked for twice a second at most.
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMilliseconds(500);

    // A prior of so many stars keeps the first star after a late proposal from looking like a storm.
    private const double Ballast = 10;

    private const string Count = """
        select root, max(people)::int, max(since)::int from (
          select coalesce(p.into_id, p.proposal_id) as root, count(distinct s.voter) as people,
            (select count(*) from barcamp.stars a where a.event_id = $1
              and a.given_at >= min(coalesce(p.submitted_at, s.given_at))) as since
          from barcamp.stars s join barcamp.proposals p on p.proposal_id = s.proposal_id
          where s.event_id = $1 group by 1
          union all select proposal_id, stars, null from barcamp.star_totals where event_id = $1) counted
        group by root
        """;

    private readonly ConcurrentDictionary<Guid, (IReadOnlyDictionary<Guid, Wanted> Counts, long At)> _known = new();

    /// <summary>How much a proposal is wanted.</summary>
    /// <param name="People">Who starred it.</param>
    /// <param name="Interest">
    /// Its share of the stars given since it can be starred, 1 for an average one: early proposals gain nothing by their age.
    /// </param>
    public sealed record Wanted(int People, double Interest);

    /// <summary>Counts by proposal, of those that are part of no other; without a star there is no entry.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, Wanted>> Of(Guid eventId, CancellationToken ct)
    {
        if (_known.TryGetValue(eventId, out var known) && clock.GetElapsedTime(known.At) < s_maxAge) return known.Counts;
        await using var command = database.CreateCommand(Count);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(Guid Id, int People, int Since)>();
        while (await reader.ReadAsync(ct))
            rows.Add((reader.GetGuid(0), reader.GetInt32(1), reader.IsDBNull(2) ? reader.GetInt32(1) : reader.GetInt32(2)));
        var counts = rows.ToDictionary(row => row.Id, row => new Wanted(row.People, Interest(row.People, row.Since, rows.Count)));
        _known[eventId] = (counts, clock.GetTimestamp());
        return counts;
    }

    internal static double Interest(int people, int since, int proposals) =>
        (people + (Ballast / proposals)) / (since + Ballast) * proposals;
}
