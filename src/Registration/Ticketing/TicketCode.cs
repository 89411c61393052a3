using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EventOps.Registration.Ticketing;

/// <summary>
/// What a QR code carries: version, key, event, ticket, type and validity, all of fixed length, and a signature over all of it
/// (ECDSA P-256, FIPS 186-5, 64 bytes r and s). It says "issued by us", never "still valid". No personal data.
/// Written in base 32, so that QR codes use their alphanumeric mode.
/// </summary>
public sealed record TicketCode(
    byte KeyId, Guid EventId, Guid AttendeeId, ushort TicketType, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    private const byte Version = 1;
    private const int PrefixLength = 1 + 1 + 16 + 16 + 2 + 4 + 4;
    private const int SignatureLength = 64;
    private static readonly int s_textLength = Base32.LengthOf(PrefixLength + SignatureLength);

    /// <summary>The signed text of this code.</summary>
    public string Sign(ECDsa key)
    {
        Span<byte> bytes = stackalloc byte[PrefixLength + SignatureLength];
        WritePrefix(bytes);
        key.TrySignData(
            bytes[..PrefixLength], bytes[PrefixLength..], HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation, out _);
        return Base32.Encode(bytes);
    }

    /// <summary>What a text says of itself, signed by us or not; null where it is no code at all. Never throws.</summary>
    public static TicketCode? Claimed(string text)
    {
        Span<byte> bytes = stackalloc byte[PrefixLength + SignatureLength];
        return TryDecode(text, bytes) ? ReadPrefix(bytes) : null;
    }

    /// <summary>Reads and verifies a text; null for anything that none of the keys signed. Never throws.</summary>
    public static TicketCode? Verify(string text, Func<byte, ECDsa?> publicKey)
    {
        Span<byte> bytes = stackalloc byte[PrefixLength + SignatureLength];
        if (!TryDecode(text, bytes) || publicKey(bytes[1]) is not { } key) return null;
        return key.VerifyData(
            bytes[..PrefixLength], bytes[PrefixLength..], HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? ReadPrefix(bytes)
            : null;
    }

    private static bool TryDecode(string text, Span<byte> bytes) =>
        text.Length == s_textLength && Base32.TryDecode(text, bytes) && bytes[0] == Version;

    private void WritePrefix(Span<byte> bytes)
    {
        (bytes[0], bytes[1]) = (Version, KeyId);
        EventId.TryWriteBytes(bytes[2..], bigEndian: true, out _);
        AttendeeId.TryWriteBytes(bytes[18..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[34..], TicketType);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[36..], (uint)NotBefore.ToUnixTimeSeconds());
        BinaryPrimitives.WriteUInt32BigEndian(bytes[40..], (uint)NotAfter.ToUnixTimeSeconds());
    }

    private static TicketCode ReadPrefix(ReadOnlySpan<byte> bytes) => new(
        bytes[1], new Guid(bytes[2..18], bigEndian: true), new Guid(bytes[18..34], bigEndian: true),
        BinaryPrimitives.ReadUInt16BigEndian(bytes[34..]),
        DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes[36..])),
        DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes[40..])));
}
