using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.Visiting;

/// <summary>Who speaks, by programme item: personal rows, so that a name can be erased.</summary>
public static class SpeakerRows
{
    public static async Task<IReadOnlyDictionary<Guid, string>> Of(NpgsqlDataSource database, Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select item_id, names from registration.speakers where event_id = $1");
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var speakers = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct))
            speakers[reader.GetGuid(0)] = reader.GetString(1);
        return speakers;
    }
}
