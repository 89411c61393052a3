using System.Security.Cryptography;
using EventOps.Host.Starting;

namespace EventOps.Host.Operating.Keys;

/// <summary>
/// The one secret that is not in the database: it encrypts the key ring there. Hosts that share a database share it, as
/// <c>EVENTOPS_KEY</c>; a host alone keeps it in its data folder.
/// </summary>
public sealed class HostKey
{
    private const int Length = 32;
    private const int Nonce = 12;
    private const int Tag = 16;
    private const string FileName = "host.key";

    private readonly byte[] _key;

    private HostKey(byte[] key)
    {
        _key = key;
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(key, "EventOps host key"u8))[..16];
    }

    /// <summary>Tells one key from another; says nothing about it.</summary>
    public string Id { get; }

    /// <summary>Reads the key, or makes one on the first start.</summary>
    public static HostKey Read(string? configured, DataFolder data)
    {
        if (configured is { Length: > 0 }) return new(Decode(configured, "EVENTOPS_KEY"));
        if (!File.Exists(data.At(FileName)))
            data.WriteSecret(FileName, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        return new(Decode(File.ReadAllText(data.At(FileName)), data.At(FileName)));
    }

    /// <summary>AES-256-GCM: nonce, tag, cipher text.</summary>
    public byte[] Seal(byte[] plain)
    {
        var whole = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, Nonce));
        using var aes = new AesGcm(_key, Tag);
        aes.Encrypt(whole.AsSpan(0, Nonce), plain, whole.AsSpan(Nonce + Tag), whole.AsSpan(Nonce, Tag));
        return whole;
    }

    /// <summary>Fails on another key and on a changed byte.</summary>
    public byte[] Open(byte[] whole)
    {
        var plain = new byte[whole.Length - Nonce - Tag];
        using var aes = new AesGcm(_key, Tag);
        aes.Decrypt(whole.AsSpan(0, Nonce), whole.AsSpan(Nonce + Tag), whole.AsSpan(Nonce, Tag), plain);
        return plain;
    }

    private static byte[] Decode(string text, string where)
    {
        var key = new byte[Length];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == Length
            ? key
            : throw new CannotStart($"{where} must hold 32 random bytes in base64: make them with 'openssl rand -base64 32'.");
    }
}
