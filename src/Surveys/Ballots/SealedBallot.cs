using System.Security.Cryptography;

namespace EventOps.Surveys.Ballots;

/// <summary>
/// A ballot that only the holder of the urn's key can read: ephemeral ECDH on P-256, HKDF-SHA-256, AES-256-GCM, as in the base mode of
/// HPKE (RFC 9180), with the survey as additional data. Each has a key of its own, so the nonce is zero.
/// </summary>
public static class SealedBallot
{
    private const int PointBytes = 91; // SubjectPublicKeyInfo of P-256
    private const int TagBytes = 16;
    private static readonly byte[] s_nonce = new byte[12];

    public static byte[] Seal(byte[] urnPublic, Guid surveyId, ReadOnlySpan<byte> ballot)
    {
        using var urn = ECDiffieHellman.Create();
        urn.ImportSubjectPublicKeyInfo(urnPublic, out _);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = once.ExportSubjectPublicKeyInfo();
        var sealedBallot = new byte[PointBytes + ballot.Length + TagBytes];
        point.CopyTo(sealedBallot, 0);
        using var cipher = new AesGcm(KeyOf(once, urn.PublicKey, point), TagBytes);
        cipher.Encrypt(
            s_nonce, ballot, sealedBallot.AsSpan(PointBytes, ballot.Length), sealedBallot.AsSpan(PointBytes + ballot.Length),
            surveyId.ToByteArray());
        return sealedBallot;
    }

    /// <exception cref="CryptographicException">It was sealed for another urn or survey, or changed.</exception>
    public static byte[] Open(UrnKey key, Guid surveyId, ReadOnlySpan<byte> sealedBallot)
    {
        if (sealedBallot.Length < PointBytes + TagBytes) throw new CryptographicException("Too short for a ballot.");
        var point = sealedBallot[..PointBytes].ToArray();
        using var once = ECDiffieHellman.Create();
        once.ImportSubjectPublicKeyInfo(point, out _);
        var ballot = new byte[sealedBallot.Length - PointBytes - TagBytes];
        using var cipher = new AesGcm(KeyOf(key.Private, once.PublicKey, point), TagBytes);
        cipher.Decrypt(
            s_nonce, sealedBallot[PointBytes..^TagBytes], sealedBallot[^TagBytes..], ballot, surveyId.ToByteArray());
        return ballot;
    }

    private static byte[] KeyOf(ECDiffieHellman own, ECDiffieHellmanPublicKey other, byte[] point) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256, own.DeriveRawSecretAgreement(other), 32, point, "eventops.surveys.urn.v1"u8.ToArray());
}
