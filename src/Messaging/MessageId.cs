using System.Security.Cryptography;
using System.Text;

namespace EventOps.Messaging;

/// <summary>Ids of messages that are recognised when they are sent again.</summary>
public static class MessageId
{
    /// <summary>The same words make the same id: the first 16 bytes of their SHA-256 (FIPS 180-4).</summary>
    /// <param name="words">What the message is about, unique to it in the installation.</param>
    public static Guid Of(string words) => new(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16));
}
