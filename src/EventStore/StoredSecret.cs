using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>
/// A secret of the installation from which links and pseudonyms are derived: 32 random bytes, made by the host that asks first,
/// and stored once, sealed. The same on every host.
/// </summary>
/// <param name="database">Where it is stored.</param>
/// <param name="protection">Seals it.</param>
/// <param name="table">A table with one row: <c>only_one</c> as its key, and <c>secret varchar</c>.</param>
/// <param name="purpose">The purpose that it is sealed for; another one opens nothing.</param>
public sealed class StoredSecret(NpgsqlDataSource database, IDataProtectionProvider protection, string table, string purpose)
{
    private readonly IDataProtector _protector = protection.CreateProtector(purpose);
    private byte[]? _secret;

    /// <summary>The secret, read once.</summary>
    /// <exception cref="CryptographicException">It was sealed with keys that this host does not have.</exception>
    public async ValueTask<byte[]> Read(CancellationToken ct)
    {
        if (_secret is not null) return _secret;
        await using var insert = database.CreateCommand(
            $"insert into {table} (secret) values ($1) on conflict (only_one) do nothing");
        insert.Parameters.Add(Statements.Value(_protector.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)))));
        await insert.ExecuteNonQueryAsync(ct);
        await using var select = database.CreateCommand($"select secret from {table}");
        return _secret = Convert.FromHexString(_protector.Unprotect((string)(await select.ExecuteScalarAsync(ct))!));
    }
}
