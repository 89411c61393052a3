using EventOps.Accounts.Hearing;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.EnrollingScanners;

/// <summary>A phone that scans, is about to, or did.</summary>
public sealed record ScannerPhone(
    Guid Id, Guid EventId, string Name, string Gate, DateTimeOffset OfferedUntil, bool Enrolled, bool Revoked,
    DateTimeOffset? LastContact);

/// <summary>The phones of an event, by gate and name.</summary>
public sealed class ScannerList(NpgsqlDataSource database)
{
    private const string Select = """
        select d.device_id, d.event_id, k.name, d.gate, d.offered_until, d.enrolled_at is not null,
          d.revoked_at is not null, k.last_contact_at
        from accounts.devices d join accounts.device_keys k on k.device_id = d.device_id
        """;

    public Task<List<ScannerPhone>> Of(KnownEvent known) => database.List(
        Select + " where d.event_id = $1 order by d.revoked_at is not null, d.gate, k.name", Read, Statements.Value(known.Id));

    public Task<ScannerPhone?> Find(Guid device) =>
        database.First(Select + " where d.device_id = $1", Read, Statements.Value(device));

    private static ScannerPhone Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4),
        row.GetBoolean(5), row.GetBoolean(6), row.Maybe<DateTimeOffset>(7));
}
