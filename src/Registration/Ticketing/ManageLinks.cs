using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using EventOps.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace EventOps.Registration.Ticketing;

/// <summary>
/// The secret link to a registration: its id and a keyed hash of it (HMAC-SHA-256, 192 bits kept), derived and never stored.
/// </summary>
public sealed class ManageLinks(NpgsqlDataSource database, IDataProtectionProvider protection)
{
    private const int HashLength = 24;
    private readonly StoredSecret _secret = new(database, protection, "registration.link_key", "registration.manage-links.v1");

    /// <summary>The link's one path segment, 54 letters.</summary>
    public async ValueTask<string> TokenOf(Guid registrationId, CancellationToken ct) =>
        Token(registrationId, await _secret.Read(ct));

    /// <summary>The registration that a token opens, or null.</summary>
    public async ValueTask<Guid?> Open(string token, CancellationToken ct) =>
        token.Length == Base64Url.GetEncodedLength(16 + HashLength) ? Check(token, await _secret.Read(ct)) : null;

    /// <summary>A key of its own for another purpose, derived from the one stored secret.</summary>
    public async ValueTask<byte[]> SecretFor(string purpose, CancellationToken ct) =>
        HKDF.Expand(HashAlgorithmName.SHA256, await _secret.Read(ct), 32, System.Text.Encoding.ASCII.GetBytes(purpose));

    private static string Token(Guid registrationId, byte[] secret)
    {
        Span<byte> bytes = stackalloc byte[16 + HashLength];
        registrationId.TryWriteBytes(bytes, bigEndian: true, out _);
        Hash(bytes[..16], secret, bytes[16..]);
        return Base64Url.EncodeToString(bytes);
    }

    private static Guid? Check(string token, byte[] secret)
    {
        Span<byte> bytes = stackalloc byte[16 + HashLength];
        // TryDecodeFromChars would throw where the last letter has bits too many.
        if (Base64Url.DecodeFromChars(token, bytes, out _, out var length) != OperationStatus.Done || length != bytes.Length)
            return null;
        Span<byte> expected = stackalloc byte[HashLength];
        Hash(bytes[..16], secret, expected);
        return CryptographicOperations.FixedTimeEquals(bytes[16..], expected) ? new Guid(bytes[..16], bigEndian: true) : null;
    }

    private static void Hash(ReadOnlySpan<byte> id, byte[] secret, Span<byte> into)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, id, full);
        full[..HashLength].CopyTo(into);
    }
}
