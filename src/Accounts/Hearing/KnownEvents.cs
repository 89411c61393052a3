using EventOps.Accounts.Authorising;
using EventOps.Accounts.Frame;
using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.Hearing;

/// <summary>An event as this module knows it from Registration's messages.</summary>
public sealed record KnownEvent(Guid Id, string Slug, LocalizedText Name, IReadOnlyList<string> Gates, DateTimeOffset EndsAt);

/// <summary>The events that rights, devices and tokens can be limited to.</summary>
public sealed class KnownEvents
{
    private const string Select = "select event_id, slug, name_de, name_en, gates, ends_at from accounts.events";

    private readonly NpgsqlDataSource _database;
    private readonly Fresh<(Guid Organisation, string Slug), KnownEvent> _fresh;

    public KnownEvents(NpgsqlDataSource database, TimeProvider clock) => (_database, _fresh) = (database, new(clock, Read));

    public Task<KnownEvent?> BySlug(Guid organisation, string slug) =>
        Typed.Slug(slug) is null ? Task.FromResult<KnownEvent?>(null) : _fresh.Get((organisation, slug));

    public Task<KnownEvent?> ById(Guid id) => _database.First(Select + " where event_id = $1", Read, Statements.Value(id));

    /// <summary>All of an organisation, the latest first.</summary>
    public Task<List<KnownEvent>> Of(Guid organisation) => _database.List(
        Select + " where organisation_id = $1 order by ends_at desc", Read, Statements.Value(organisation));

    private Task<KnownEvent?> Read((Guid Organisation, string Slug) key) => _database.First(
        Select + " where organisation_id = $1 and slug = $2 order by version desc", Read,
        Statements.Value(key.Organisation), Statements.Value(key.Slug));

    private static KnownEvent Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), new(row.GetString(2), row.GetString(3)), row.GetFieldValue<string[]>(4),
        row.GetFieldValue<DateTimeOffset>(5));
}
