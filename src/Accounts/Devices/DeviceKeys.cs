using System.Security.Cryptography;
using EventOps.Accounts.Authorising;
using EventOps.Accounts.Members;
using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.Devices;

/// <summary>What an organiser calls a device, from the moment it is offered.</summary>
public sealed record DeviceName(Guid DeviceId, Guid OrganisationId, string Name)
{
    public static void Write(IReadOnlyList<DeviceName> rows, NpgsqlBatch batch) => batch.Add(
        """
        insert into accounts.device_keys (device_id, organisation_id, name)
        select * from unnest($1, $2, $3) on conflict do nothing
        """,
        rows.Column(r => r.DeviceId), rows.Column(r => r.OrganisationId), rows.Column(r => r.Name));
}

/// <summary>The hash of the key that a phone got when it was enrolled.</summary>
public sealed record DeviceKey(Guid DeviceId, byte[] Hash)
{
    public static void Write(IReadOnlyList<DeviceKey> rows, NpgsqlBatch batch) => batch.Add(
        "update accounts.device_keys d set key_hash = k.hash from unnest($1, $2) as k (id, hash) where d.device_id = k.id",
        rows.Column(r => r.DeviceId), rows.Column(r => r.Hash));
}

/// <summary>Which phones may scan now. A phone's right ends with its revoking, or a day after its event.</summary>
public sealed class DeviceKeys
{
    private static readonly TimeSpan s_contactEvery = TimeSpan.FromMinutes(1);

    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _clock;
    private readonly Fresh<Guid, Known> _fresh;

    public DeviceKeys(NpgsqlDataSource database, TimeProvider clock) =>
        (_database, _clock, _fresh) = (database, clock, new(clock, Read));

    /// <summary>The rights of a device that shows its key, or null.</summary>
    public async Task<Rights?> Find(Guid device, byte[] keyHash) =>
        await _fresh.Get(device) is { } known && CryptographicOperations.FixedTimeEquals(known.KeyHash, keyHash)
            ? known.Rights
            : null;

    /// <summary>What this host remembers of a device is read again: after a change made here.</summary>
    public void Refresh(Guid device) => _fresh.Forget(device);

    private async Task<Known?> Read(Guid device)
    {
        var now = _clock.GetUtcNow();
        var known = await _database.First(
            """
            select d.organisation_id, d.event_id, d.gate, k.key_hash, k.last_contact_at
            from accounts.devices d
            join accounts.device_keys k on k.device_id = d.device_id
            left join accounts.events e on e.event_id = d.event_id
            where d.device_id = $1 and d.enrolled_at is not null and d.revoked_at is null and k.key_hash is not null
              and (e.ends_at is null or e.ends_at > $2)
            """,
            row => new Known(
                new(Claims.DeviceKind, device, row.GetGuid(0), [Right.ScannerAt(row.GetGuid(1))], row.GetString(2)),
                row.GetFieldValue<byte[]>(3), row.Maybe<DateTimeOffset>(4)),
            Statements.Value(device), Statements.Value(now.AddDays(-1)));
        if (known is not null && !(now - known.LastContact < s_contactEvery))
        {
            await _database.Execute(
                "update accounts.device_keys set last_contact_at = $2 where device_id = $1",
                Statements.Value(device), Statements.Value(now));
        }

        return known;
    }

    private sealed record Known(Rights Rights, byte[] KeyHash, DateTimeOffset? LastContact);
}
