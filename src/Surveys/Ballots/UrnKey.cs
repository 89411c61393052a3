using System.Security.Cryptography;

namespace EventOps.Surveys.Ballots;

/// <summary>
/// The key to the urn. It lives in a file beside the database, never in it: who has the database alone can neither open a waiting
/// ballot nor tell whose it is. All hosts of an installation share it; without it no anonymous answer is taken.
/// </summary>
public sealed class UrnKey : IDisposable
{
    private readonly ECDiffieHellman _private;
    private readonly byte[] _secret;

    private UrnKey(ECDiffieHellman key)
    {
        _private = key;
        Public = key.ExportSubjectPublicKeyInfo();
        _secret = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, key.ExportPkcs8PrivateKey(), 32, info: "eventops.surveys.serials.v1"u8.ToArray());
    }

    /// <summary>The public half: X.509 SubjectPublicKeyInfo of a point on NIST P-256.</summary>
    public byte[] Public { get; }

    internal ECDiffieHellman Private => _private;

    public static UrnKey New() => new(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads the key from a PEM file, or makes one that only the owner can read. Hosts that start together agree on one.</summary>
    public static UrnKey OfFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var alone = Alone($"{path}.lock");
        if (File.Exists(path)) return OfPem(File.ReadAllText(path));
        var made = New();
        var aside = $"{path}.new";
        File.Delete(aside);
        using (var file = new FileStream(aside, FileOptions()))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(made._private.ExportPkcs8PrivateKeyPem()));
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
        return made;
    }

    public static UrnKey OfPem(string pem)
    {
        var key = ECDiffieHellman.Create();
        key.ImportFromPem(pem);
        return new(key);
    }

    /// <summary>
    /// What a ticket is called among the spent ones of a survey (HMAC-SHA-256): the same for every try, and without this key nobody's.
    /// </summary>
    public byte[] SerialOf(Guid surveyId, Guid subjectId) =>
        HMACSHA256.HashData(_secret, (byte[])[.. surveyId.ToByteArray(), .. subjectId.ToByteArray()]);

    /// <summary>A key for sealing what only hosts may read, such as the keys that sign ballot papers.</summary>
    internal byte[] SealingKey(string purpose) =>
        HKDF.Expand(HashAlgorithmName.SHA256, _secret, 32, System.Text.Encoding.ASCII.GetBytes(purpose));

    public void Dispose() => _private.Dispose();

    private static FileStreamOptions FileOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static FileStream Alone(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 500)
            {
                Thread.Sleep(10); // another host is making the key
            }
        }
    }
}
