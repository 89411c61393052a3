using System.Numerics;
using System.Security.Cryptography;

namespace EventOps.Surveys.Tests.Ballots;

/// <summary>What a browser does with a ballot paper: makes it, blinds it, takes the blinding off the signature (RFC 9474, section 4).</summary>
internal sealed class BlindPaper
{
    private readonly BigInteger _modulus;
    private readonly BigInteger _secret;
    private readonly int _length;

    public BlindPaper(byte[] modulus)
    {
        (_modulus, _length) = (Number(modulus), modulus.Length);
        _secret = Number(RandomNumberGenerator.GetBytes(_length - 1));
        var encoded = Number(Encode(Paper, _length));
        Blinded = Bytes(encoded * BigInteger.ModPow(_secret, 65537, _modulus) % _modulus);
    }

    public byte[] Paper { get; } = RandomNumberGenerator.GetBytes(64);

    public byte[] Blinded { get; }

    public byte[] Finish(byte[] signed) => Bytes(Number(signed) * Inverse(_secret, _modulus) % _modulus);

    // EMSA-PSS (RFC 8017, section 9.1.1) with SHA-384, a salt of its length, and a modulus of whole bytes.
    private static byte[] Encode(byte[] message, int length)
    {
        const int Hash = 48;
        var salt = RandomNumberGenerator.GetBytes(Hash);
        var hash = SHA384.HashData([.. new byte[8], .. SHA384.HashData(message), .. salt]);
        byte[] block = [.. new byte[length - 2 * Hash - 2], 1, .. salt];
        for (var at = 0; at < block.Length; at++)
            block[at] ^= SHA384.HashData([.. hash, 0, 0, 0, (byte)(at / Hash)])[at % Hash];
        block[0] &= 0x7f;
        return [.. block, .. hash, 0xbc];
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private byte[] Bytes(BigInteger number)
    {
        var written = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[_length - written.Length], .. written];
    }

    private static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        var (a, b, x, y) = (value % modulus, modulus, BigInteger.One, BigInteger.Zero);
        while (a > 1) (a, b, x, y) = (b, a % b, y, x - a / b * y);
        return x < 0 ? x + modulus : x;
    }
}
