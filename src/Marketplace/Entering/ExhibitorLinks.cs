using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EventOps.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace EventOps.Marketplace.Entering;

/// <summary>The secrets of links to exhibitors' pages and to reports, derived by HMAC-SHA-256 from one stored secret and never
/// stored itself.</summary>
public sealed class ExhibitorLinks(NpgsqlDataSource database, IDataProtectionProvider protection)
{
    private const int KeptBytes = 24;

    private readonly StoredSecret _secret = new(database, protection, "marketplace.link_key", "marketplace.links.v1");

    /// <summary>What proves an exhibitor, here and at their bills.</summary>
    public ValueTask<string> Token(Guid exhibitorId, CancellationToken ct) => Derive($"exhibitor|{exhibitorId}", ct);

    /// <summary>What proves who reported a problem.</summary>
    public ValueTask<string> OfReport(Guid issueId, CancellationToken ct) => Derive($"issue|{issueId}", ct);

    /// <summary>The token's SHA-256 in base64url: what other modules may know.</summary>
    public async ValueTask<string> Hash(Guid exhibitorId, CancellationToken ct)
    {
        var token = await Token(exhibitorId, ct);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
    }

    /// <summary>Compares without telling by its time how much was right.</summary>
    public async ValueTask<bool> Is(Guid exhibitorId, string token, CancellationToken ct) =>
        AreSame(token, await Token(exhibitorId, ct));

    /// <summary>The same for the link to a report.</summary>
    public async ValueTask<bool> IsOfReport(Guid issueId, string token, CancellationToken ct) =>
        AreSame(token, await OfReport(issueId, ct));

    public async ValueTask<string> Path(string slug, Guid exhibitorId, CancellationToken ct) =>
        $"/events/{slug}/exhibit/with-link/{exhibitorId}/{await Token(exhibitorId, ct)}";

    private static bool AreSame(string token, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(expected));

    private async ValueTask<string> Derive(string words, CancellationToken ct)
    {
        var secret = await _secret.Read(ct);
        return Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(words)).AsSpan(0, KeptBytes));
    }
}
