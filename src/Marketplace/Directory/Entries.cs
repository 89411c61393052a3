using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Directory;

/// <summary>Reads the public entries of exhibitors.</summary>
public sealed class Entries(NpgsqlDataSource database)
{
    /// <summary>What is published, by exhibitor.</summary>
    public async Task<IReadOnlyDictionary<Guid, Entry>> Published(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select exhibitor_id, name, about_de, about_en, links, topics, logo is not null from marketplace.entries
            where event_id = $1 and published
            """);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<Guid, Entry>();
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetGuid(0);
            found[id] = new(
                id, reader.GetString(1), new(reader.GetString(2), reader.GetString(3)), reader.GetFieldValue<string[]>(4),
                reader.GetFieldValue<string[]>(5), reader.GetBoolean(6));
        }

        return found;
    }

    /// <summary>Names of all exhibitors of an event, published or not: for those who run it.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Names(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select exhibitor_id, name from marketplace.entries where event_id = $1");
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct)) names[reader.GetGuid(0)] = reader.GetString(1);
        return names;
    }

    /// <summary>The logo of a published entry.</summary>
    public async Task<(byte[] Bytes, string MediaType)?> Logo(Guid eventId, Guid exhibitor, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select logo, logo_type from marketplace.entries
            where event_id = $1 and exhibitor_id = $2 and published and logo is not null and logo_type is not null
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(exhibitor));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetFieldValue<byte[]>(0), reader.GetString(1)) : null;
    }
}
