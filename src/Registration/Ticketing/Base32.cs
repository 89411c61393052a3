namespace EventOps.Registration.Ticketing;

/// <summary>
/// Base 32 (RFC 4648, section 6) without padding: alphanumeric in QR codes, nothing to trim, escape or mix up in URLs.
/// </summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static int LengthOf(int bytes) => ((bytes * 8) + 4) / 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[LengthOf(bytes.Length)];
        var (bits, count, written) = (0, 0, 0);
        foreach (var value in bytes)
        {
            bits = (bits << 8) | value;
            for (count += 8; count >= 5; count -= 5)
                text[written++] = Alphabet[(bits >> (count - 5)) & 31];
            bits &= (1 << count) - 1;
        }

        if (count > 0) text[written] = Alphabet[(bits << (5 - count)) & 31];
        return new(text);
    }

    /// <summary>False where the length is wrong, a letter is foreign, or a left-over bit is set: one text per value.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length != LengthOf(bytes.Length)) return false;
        var (bits, count, written) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0) return false;
            bits = (bits << 5) | value;
            count += 5;
            if (count < 8) continue;
            count -= 8;
            bytes[written++] = (byte)(bits >> count);
            bits &= (1 << count) - 1;
        }

        return bits == 0;
    }
}
