using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Exhibitors;

/// <summary>What exhibitors are called: as they present themselves, or as they signed up.</summary>
public sealed class ExhibitorNames(NpgsqlDataSource database)
{
    /// <summary>By exhibitor; whoever was erased is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Of(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select p.exhibitor_id, coalesce(nullif(e.name, ''), p.organisation) from marketplace.personal p
            left join marketplace.entries e using (exhibitor_id) where p.event_id = $1
            """);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct)) names[reader.GetGuid(0)] = reader.GetString(1);
        return names;
    }
}
