using System.Collections.Concurrent;
using System.Security.Cryptography;
using EventOps.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace EventOps.Registration.Ticketing;

/// <summary>
/// The keys that sign tickets. The newest one signs; retired ones still verify, so that printed badges survive a rotation.
/// </summary>
public sealed class SigningKeys(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("registration.signing-keys.v1");
    private readonly ConcurrentDictionary<byte, ECDsa?> _public = new();
    private (byte Id, ECDsa Key)? _current;

    /// <summary>The key to sign with; made on first use.</summary>
    public async ValueTask<(byte Id, ECDsa Key)> Current(CancellationToken ct)
    {
        if (_current is { } current) return current;
        if (await Load(ct) is not { } loaded)
        {
            await Rotate(ct);
            loaded = await Load(ct) ?? throw new InvalidOperationException("No signing key, although one was just made.");
        }

        _current = loaded;
        return loaded;
    }

    /// <summary>Makes a new key; tickets signed from now on carry its id. Other hosts follow at their next start or rotation.</summary>
    public async Task Rotate(CancellationToken ct)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var command = database.CreateCommand("""
            with retired as (update registration.signing_keys set retired_at = $3 where retired_at is null)
            insert into registration.signing_keys (key_id, public_key, private_key, created_at)
            select coalesce(max(key_id), 0) + 1, $1, $2, $3 from registration.signing_keys
            on conflict (key_id) do nothing
            """);
        command.Parameters.Add(Statements.Value(key.ExportSubjectPublicKeyInfo()));
        command.Parameters.Add(Statements.Value(_protector.Protect(key.ExportPkcs8PrivateKeyPem())));
        command.Parameters.Add(Statements.Value(clock.GetUtcNow()));
        await command.ExecuteNonQueryAsync(ct);
        _current = null;
        _public.Clear();
    }

    /// <summary>
    /// All public keys, as last read. Whoever meets an unknown key id asks once more with <paramref name="fresh"/>: another
    /// host may have rotated.
    /// </summary>
    public async Task<Func<byte, ECDsa?>> PublicKeys(bool fresh, CancellationToken ct)
    {
        if (_public.IsEmpty || fresh) await LoadPublic(ct);
        return id => _public.GetValueOrDefault(id);
    }

    private async Task<(byte Id, ECDsa Key)?> Load(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select key_id, private_key from registration.signing_keys where retired_at is null order by key_id desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var key = ECDsa.Create();
        key.ImportFromPem(_protector.Unprotect(reader.GetString(1)));
        return ((byte)reader.GetInt16(0), key);
    }

    private async Task LoadPublic(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select key_id, public_key from registration.signing_keys");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(reader.GetFieldValue<byte[]>(1), out _);
            _public[(byte)reader.GetInt16(0)] = key;
        }
    }
}
