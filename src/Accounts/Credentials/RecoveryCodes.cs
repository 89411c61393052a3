using System.Security.Cryptography;

namespace EventOps.Accounts.Credentials;

/// <summary>Codes on paper for the day the phone is gone. 120 bits each, so a plain hash of them can be stored.</summary>
public static class RecoveryCodes
{
    public const int Count = 8;

    public static string Make()
    {
        var letters = Base32.Encode(RandomNumberGenerator.GetBytes(15));
        return string.Join('-', letters.Chunk(6).Select(group => new string(group)));
    }

    /// <summary>As typed: hyphens, spaces and small letters do not matter.</summary>
    public static string Plain(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
