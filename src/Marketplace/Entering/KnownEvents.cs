using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Entering;

/// <summary>An event as this module knows it from Registration's messages.</summary>
public sealed record KnownEvent(
    Guid Id, Guid OrganisationId, string Slug, LocalizedText Name, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
    string TimeZone, bool Published, IReadOnlyList<EventPart> TicketTypes)
{
    /// <summary>In place of an event that does not exist.</summary>
    public static KnownEvent None { get; } = new(
        Guid.Empty, Guid.Empty, "", LocalizedText.Empty, default, default, "UTC", false, []);
}

/// <summary>Finds events by their place in URLs; what is found may be two seconds old.</summary>
public sealed class KnownEvents(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (KnownEvent Event, long At)> _bySlug = new(StringComparer.Ordinal);

    public async ValueTask<KnownEvent?> BySlug(string slug, CancellationToken ct)
    {
        if (_bySlug.TryGetValue(slug, out var known) && clock.GetElapsedTime(known.At) < s_maxAge) return known.Event;
        var found = await Read("slug = $1 order by version desc limit 1", Statements.Value(slug), ct);
        if (found is not null) _bySlug[slug] = (found, clock.GetTimestamp());
        return found;
    }

    public Task<KnownEvent?> ById(Guid id, CancellationToken ct) => Read("event_id = $1", Statements.Value(id), ct);

    private async Task<KnownEvent?> Read(string where, NpgsqlParameter parameter, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select event_id, organisation_id, slug, name_de, name_en, starts_at, ends_at, time_zone, published,
              ticket_type_ids, ticket_types_de, ticket_types_en
            from marketplace.events where {where}
            """);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var (german, english) = (reader.GetFieldValue<string[]>(10), reader.GetFieldValue<string[]>(11));
        return new(
            reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), new(reader.GetString(3), reader.GetString(4)),
            reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetString(7),
            reader.GetBoolean(8),
            [.. reader.GetFieldValue<Guid[]>(9).Select((id, at) => new EventPart(id, german[at], english[at]))]);
    }
}
