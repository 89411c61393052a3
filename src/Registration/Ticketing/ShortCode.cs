using System.Buffers.Binary;
using System.Text;

namespace EventOps.Registration.Ticketing;

/// <summary>The typed twin of the QR code: 12 letters of Crockford's base 32, the last 60 bits of the attendee's id, which are random.</summary>
public static class ShortCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    public static string Of(Guid attendeeId)
    {
        Span<byte> bytes = stackalloc byte[16];
        attendeeId.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) & ((1UL << 60) - 1); // the first half of a version 7 id is a time
        return string.Create(Length, bits, static (code, left) =>
        {
            for (var i = Length - 1; i >= 0; i--, left >>= 5)
                code[i] = Alphabet[(int)(left & 31)];
        });
    }

    /// <summary>In groups of four, as it is printed: <c>K7MQ 4RZP X2VD</c>.</summary>
    public static string Spaced(string code) => $"{code[..4]} {code[4..8]} {code[8..]}";

    /// <summary>What a person typed, with look-alikes read as Crockford says; null when it cannot be a code.</summary>
    public static string? Normalise(string typed)
    {
        var code = new StringBuilder(Length);
        foreach (var letter in typed.ToUpperInvariant())
        {
            if (letter is ' ' or '-' or '.') continue;
            var read = letter switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (code.Length == Length || !Alphabet.Contains(read, StringComparison.Ordinal)) return null;
            code.Append(read);
        }

        return code.Length == Length ? code.ToString() : null;
    }
}
