using EventOps.EventStore;
using EventOps.Registration.Events;
using Npgsql;

namespace EventOps.Registration.Planning;

/// <summary>Finds an event by its slug and lists the events of an organisation. One row per event stream.</summary>
public static class EventList
{
    public const string SlugConstraint = "events_slug";

    public static Projection Projection { get; } = new(
        "registration.events", "registration.events",
        [typeof(EventPlanned), typeof(EventDescribed), typeof(EventScheduled), typeof(EventPublished), typeof(EventWithdrawn)],
        Project);

    public sealed record Row(
        Guid EventId, Guid OrganisationId, string Slug, string NameDe, string NameEn,
        DateTimeOffset StartsAt, DateTimeOffset EndsAt, string TimeZone, bool Published);

    public static async Task<Guid?> Find(NpgsqlDataSource database, string slug, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select event_id from registration.events where slug = $1");
        command.Parameters.Add(Statements.Value(slug));
        return (Guid?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>Newest first; of one organisation, or the published ones of all where <paramref name="organisationId"/> is null.</summary>
    public static async Task<IReadOnlyList<Row>> Of(NpgsqlDataSource database, Guid? organisationId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select event_id, organisation_id, slug, name_de, name_en, starts_at, ends_at, time_zone, published
            from registration.events where ($1::uuid is null and published) or organisation_id = $1 order by starts_at desc limit 500
            """);
        command.Parameters.Add(Statements.Value(organisationId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetString(7),
                reader.GetBoolean(8)));
        }

        return rows;
    }

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Statements.Value(Guid.Parse(recorded.Stream.AsSpan("event-".Length)));
            switch (recorded.Event)
            {
                case EventPlanned e:
                    batch.Add($"""
                        insert into {table} (event_id, organisation_id, slug, name_de, name_en, starts_at, ends_at, time_zone, planned_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        """, id, Statements.Value(e.OrganisationId), Statements.Value(e.Slug), Statements.Value(e.Texts.Name.De),
                        Statements.Value(e.Texts.Name.En), Statements.Value(e.Times.StartsAt), Statements.Value(e.Times.EndsAt),
                        Statements.Value(e.Times.TimeZone), Statements.Value(recorded.At));
                    break;
                case EventDescribed e:
                    batch.Add($"update {table} set name_de = $2, name_en = $3 where event_id = $1",
                        id, Statements.Value(e.Texts.Name.De), Statements.Value(e.Texts.Name.En));
                    break;
                case EventScheduled e:
                    batch.Add($"update {table} set starts_at = $2, ends_at = $3, time_zone = $4 where event_id = $1",
                        id, Statements.Value(e.Times.StartsAt), Statements.Value(e.Times.EndsAt),
                        Statements.Value(e.Times.TimeZone));
                    break;
                default:
                    batch.Add($"update {table} set published = $2 where event_id = $1",
                        id, Statements.Value(recorded.Event is EventPublished));
                    break;
            }
        }
    }
}
