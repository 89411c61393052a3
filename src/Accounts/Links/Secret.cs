using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EventOps.Accounts.Links;

/// <summary>Secrets of 256 random bits, given out once and kept as a hash.</summary>
public static class Secret
{
    /// <summary>43 characters that fit into a URL.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
