using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.VisitingStands;

/// <summary>Reads visits: numbers for organisers and exhibitors, and a visitor's own.</summary>
public sealed class Visits(NpgsqlDataSource database)
{
    /// <summary>How many there were, by stand and hour, during the event and after it.</summary>
    public async Task<IReadOnlyList<(Guid StandId, DateTimeOffset Hour, long Visits)>> Of(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select stand_id, hour, sum(n)::bigint from (
              select stand_id, hour, count(*) as n from marketplace.visits where event_id = $1 group by stand_id, hour
              union all select stand_id, hour, visits from marketplace.visit_totals where event_id = $1) v
            group by stand_id, hour order by hour, stand_id
            """);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var visits = new List<(Guid, DateTimeOffset, long)>();
        while (await reader.ReadAsync(ct)) visits.Add(
            (reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt64(2)));
        return visits;
    }

    /// <summary>At which stands one of these pseudonyms was counted.</summary>
    public async Task<IReadOnlyList<(Guid StandId, DateTimeOffset Hour)>> Of(
        IReadOnlyDictionary<Guid, byte[]> visitor, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select v.stand_id, v.hour from unnest($1, $2) as m(stand_id, visitor)
            join marketplace.visits v on v.stand_id = m.stand_id and v.visitor = m.visitor order by v.hour
            """);
        command.Parameters.Add(visitor.ToList().Column(pair => pair.Key));
        command.Parameters.Add(visitor.ToList().Column(pair => pair.Value));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var visits = new List<(Guid, DateTimeOffset)>();
        while (await reader.ReadAsync(ct)) visits.Add((reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return visits;
    }
}
