using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Extras;

/// <summary>Which extras an event has; how many are left, only their streams tell.</summary>
public static class ExtraList
{
    public static Projection Projection { get; } = new(
        "marketplace.extras", "marketplace.extras", [typeof(ExtraOffered)], Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        var offered = events.Where(recorded => recorded.Event is ExtraOffered).ToList();
        if (offered.Count == 0) return;
        batch.Add(
            $"insert into {table} select * from unnest($1, $2)",
            offered.Column(recorded => Guid.Parse(recorded.Stream.AsSpan("extra-".Length))),
            offered.Column(recorded => ((ExtraOffered)recorded.Event).EventId));
    }
}

/// <summary>The extras of an event, as their streams are now.</summary>
public sealed class ExtraRows(NpgsqlDataSource database, IEventStore store)
{
    public async Task<IReadOnlyList<(Guid Id, Extra Extra)>> Of(Guid eventId, CancellationToken ct)
    {
        var extras = new List<(Guid, Extra)>();
        foreach (var id in await Ids(eventId, ct))
            extras.Add((id, (await store.Load(Extra.Stream(id), Extra.Decider, ct)).State));
        return extras;
    }

    private async Task<List<Guid>> Ids(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select extra_id from marketplace.extras where event_id = $1 order by extra_id");
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }
}
