using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EventOps.Accounts.Credentials;

/// <summary>Codes of authenticator apps: RFC 6238 with SHA-1, 6 digits, 30 seconds, as all apps understand it.</summary>
public static class Totp
{
    public static long Step(DateTimeOffset at) => at.ToUnixTimeSeconds() / 30;

    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238 as the apps speak it; HMAC does not need a collision-free hash
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a typed code belongs to, at most one early or late; null for a wrong code.</summary>
    public static long? StepOf(byte[] key, string typed, DateTimeOffset at)
    {
        var code = Encoding.ASCII.GetBytes(string.Concat(typed.Where(char.IsAsciiDigit)));
        for (var step = Step(at) - 1; step <= Step(at) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(code, Encoding.ASCII.GetBytes(Code(key, step))))
                return step;
        return null;
    }

    public static string Uri(string key, string mail) =>
        $"otpauth://totp/EventOps:{System.Uri.EscapeDataString(mail)}?secret={key}&issuer=EventOps";
}
