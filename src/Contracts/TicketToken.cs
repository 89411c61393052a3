using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EventOps.Contracts;

/// <summary>
/// The secret in a ticket's links to other modules: the ticket's id (16 bytes, big-endian) and 24 bytes that only Registration can
/// make, in base64url (RFC 4648, section 5). Others know it by the hash in <see cref="TicketNow.TokenHash"/>.
/// </summary>
/// <param name="TicketId">The ticket that it claims to be of.</param>
/// <param name="Hash">SHA-256 of the text: proves the claim where it is the stored one.</param>
public sealed record TicketToken(Guid TicketId, byte[] Hash)
{
    /// <summary>Length of the secret part, in bytes.</summary>
    public const int ProofBytes = 24;

    private const int IdBytes = 16;
    private const int Bytes = IdBytes + ProofBytes;

    /// <summary>The text of a token.</summary>
    /// <param name="ticketId">Whose it is.</param>
    /// <param name="proof">The secret part, of <see cref="ProofBytes"/> bytes.</param>
    public static string Write(Guid ticketId, ReadOnlySpan<byte> proof)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        ticketId.TryWriteBytes(bytes, bigEndian: true, out _);
        proof.CopyTo(bytes[IdBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>What a text claims; null where it has not the form of a token.</summary>
    public static TicketToken? Read(string text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return text.Length == Base64Url.GetEncodedLength(Bytes)
            && Base64Url.DecodeFromChars(text, bytes, out _, out var length) == OperationStatus.Done && length == Bytes
            ? new(new Guid(bytes[..IdBytes], bigEndian: true), HashOf(text)) : null;
    }

    /// <summary>SHA-256 of a token's text.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(text));

    /// <summary>Whether the hash that is stored for the ticket is this one's; takes equally long either way.</summary>
    public bool Proves(ReadOnlySpan<byte> storedHash) => CryptographicOperations.FixedTimeEquals(storedHash, Hash);
}
