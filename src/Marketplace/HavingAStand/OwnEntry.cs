using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.HavingAStand;

/// <summary>What an exhibitor tells visitors: rows, because it may name people.</summary>
public sealed record OwnEntry(
    Guid ExhibitorId, Guid EventId, string Name, string AboutDe, string AboutEn, IReadOnlyList<string> Links,
    IReadOnlyList<string> Topics, byte[]? Logo, string? LogoType, bool Published)
{
    public static void Write(IReadOnlyList<OwnEntry> rows, NpgsqlBatch batch)
    {
        foreach (var row in rows)
        {
            batch.Add(
                """
                insert into marketplace.entries
                  (exhibitor_id, event_id, name, about_de, about_en, links, topics, logo, logo_type, published)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                on conflict (exhibitor_id) do update set name = excluded.name, about_de = excluded.about_de, about_en = excluded.about_en,
                  links = excluded.links, topics = excluded.topics, logo = excluded.logo, logo_type = excluded.logo_type,
                  published = excluded.published
                """,
                Statements.Value(row.ExhibitorId), Statements.Value(row.EventId), Statements.Value(row.Name),
                Statements.Value(row.AboutDe),
                Statements.Value(row.AboutEn), Statements.Value(row.Links.ToArray()), Statements.Value(row.Topics.ToArray()),
                Statements.Value(row.Logo), Statements.Value(row.LogoType), Statements.Value(row.Published));
        }
    }
}

/// <summary>Reads an exhibitor's own entry.</summary>
public sealed class OwnEntries(NpgsqlDataSource database)
{
    public async Task<OwnEntry?> Find(Guid exhibitorId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select event_id, name, about_de, about_en, links, topics, logo, logo_type, published from marketplace.entries where exhibitor_id = $1
            """);
        command.Parameters.Add(Statements.Value(exhibitorId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return !await reader.ReadAsync(ct) ? null : new(
            exhibitorId, reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
            reader.GetFieldValue<string[]>(4),
            reader.GetFieldValue<string[]>(5), reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6),
            reader.IsDBNull(7) ? null : reader.GetString(7), reader.GetBoolean(8));
    }

    /// <summary>Who can be read about already, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> NamesOf(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select exhibitor_id, name from marketplace.entries where event_id = $1 and published order by lower(name)");
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<(Guid, string)>();
        while (await reader.ReadAsync(ct)) names.Add((reader.GetGuid(0), reader.GetString(1)));
        return names;
    }

    /// <summary>What the exhibitors of an event are about.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> TopicsOf(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select exhibitor_id, topics from marketplace.entries where event_id = $1");
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var topics = new Dictionary<Guid, IReadOnlyList<string>>();
        while (await reader.ReadAsync(ct)) topics[reader.GetGuid(0)] = reader.GetFieldValue<string[]>(1);
        return topics;
    }
}
