using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Entering;

/// <summary>An event as this module knows it from Registration's messages.</summary>
public sealed record KnownEvent(
    Guid Id, Guid OrganisationId, string Slug, LocalizedText Name, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
    string TimeZone, bool Published, IReadOnlyList<string> Gates);

/// <summary>Finds events by their place in URLs; what is found may be two seconds old.</summary>
public sealed class KnownEvents(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Columns = "event_id, organisation_id, slug, name_de, name_en, starts_at, ends_at, time_zone, published, gates";
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (KnownEvent Event, long At)> _bySlug = new(StringComparer.Ordinal);

    public async ValueTask<KnownEvent?> BySlug(string slug, CancellationToken ct)
    {
        if (_bySlug.TryGetValue(slug, out var known) && clock.GetElapsedTime(known.At) < s_maxAge) return known.Event;
        var found = (await Read(
            $"select {Columns} from barcamp.events where slug = $1 order by version desc limit 1", Statements.Value(slug), ct))
            .FirstOrDefault();
        if (found is not null) _bySlug[slug] = (found, clock.GetTimestamp());
        return found;
    }

    public async Task<KnownEvent?> ById(Guid id, CancellationToken ct) =>
        (await Read($"select {Columns} from barcamp.events where event_id = $1", Statements.Value(id), ct)).FirstOrDefault();

    /// <summary>The other events of an organisation, the latest first: what a barcamp can be copied from.</summary>
    public Task<List<KnownEvent>> Of(Guid organisationId, CancellationToken ct) => Read(
        $"select {Columns} from barcamp.events where organisation_id = $1 order by starts_at desc limit 100",
        Statements.Value(organisationId), ct);

    private async Task<List<KnownEvent>> Read(string sql, NpgsqlParameter parameter, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var events = new List<KnownEvent>();
        while (await reader.ReadAsync(ct))
        {
            events.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), new(reader.GetString(3), reader.GetString(4)),
                reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetString(7),
                reader.GetBoolean(8), reader.GetFieldValue<string[]>(9)));
        }

        return events;
    }
}
