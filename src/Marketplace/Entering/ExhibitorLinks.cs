using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EventOps.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace EventOps.Marketplace.Entering;

/// <summary>The secret of an exhibitor's link, derived by HMAC-SHA-256 from one stored secret and never stored itself.</summary>
public sealed class ExhibitorLinks(NpgsqlDataSource database, IDataProtectionProvider protection)
{
    private const int KeptBytes = 24;

    private readonly IDataProtector _protector = protection.CreateProtector("marketplace.links.v1");
    private byte[]? _secret;

    /// <summary>What proves an exhibitor, here and at their bills.</summary>
    public async ValueTask<string> Token(Guid exhibitorId, CancellationToken ct)
    {
        var secret = await Secret(ct);
        return Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"exhibitor|{exhibitorId}")).AsSpan(0, KeptBytes));
    }

    /// <summary>The token's SHA-256 in base64url: what other modules may know.</summary>
    public async ValueTask<string> Hash(Guid exhibitorId, CancellationToken ct)
    {
        var token = await Token(exhibitorId, ct);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
    }

    /// <summary>Compares without telling by its time how much was right.</summary>
    public async ValueTask<bool> Is(Guid exhibitorId, string token, CancellationToken ct)
    {
        var expected = await Token(exhibitorId, ct);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(expected));
    }

    public async ValueTask<string> Path(string slug, Guid exhibitorId, CancellationToken ct) =>
        $"/events/{slug}/exhibit/with-link/{exhibitorId}/{await Token(exhibitorId, ct)}";

    private async ValueTask<byte[]> Secret(CancellationToken ct)
    {
        if (_secret is not null) return _secret;
        await using var insert = database.CreateCommand("insert into marketplace.link_key (secret) values ($1) on conflict (only_one) do nothing");
        insert.Parameters.Add(Statements.Value(_protector.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)))));
        await insert.ExecuteNonQueryAsync(ct);
        await using var select = database.CreateCommand("select secret from marketplace.link_key");
        return _secret = Convert.FromHexString(_protector.Unprotect((string)(await select.ExecuteScalarAsync(ct))!));
    }
}
