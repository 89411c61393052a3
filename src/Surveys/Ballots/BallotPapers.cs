using System.Collections.Concurrent;
using System.Numerics;
using System.Security.Cryptography;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Surveys.Ballots;

/// <summary>
/// Ballot papers that the host signs without seeing them: RSA blind signatures, variant RSABSSA-SHA384-PSS-Randomized (RFC 9474). A browser
/// with JavaScript shows its ticket for the signature, and hands the answer in with the paper alone: not even a host that writes down
/// everything can join the two.
/// </summary>
public sealed class BallotPapers(NpgsqlDataSource database, UrnKey urn) : IDisposable
{
    private const int Bits = 2048;
    private static readonly byte[] s_nonce = new byte[12];

    private readonly ConcurrentDictionary<Guid, RSA> _keys = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The modulus of a survey's public key, big endian; its exponent is 65537.</summary>
    public async ValueTask<byte[]> ModulusOf(Guid surveyId, CancellationToken ct) =>
        (await KeyOf(surveyId, ct)).ExportParameters(false).Modulus!;

    /// <summary>Signs a blinded paper (RFC 9474, section 4.3): as many bytes as the modulus. Null where it is none.</summary>
    public async ValueTask<byte[]?> Sign(Guid surveyId, byte[] blinded, CancellationToken ct)
    {
        var key = (await KeyOf(surveyId, ct)).ExportParameters(true);
        var (n, e, d) = (Number(key.Modulus!), Number(key.Exponent!), Number(key.D!));
        var message = Number(blinded);
        if (blinded.Length != key.Modulus!.Length || message >= n) return null;
        // Blinded once more by us, so that the time it takes tells nothing about the key.
        var ours = Number(RandomNumberGenerator.GetBytes(Bits / 8 - 1)) + 2;
        var signed = BigInteger.ModPow(message * BigInteger.ModPow(ours, e, n) % n, d, n) * Inverse(ours, n) % n;
        return BigInteger.ModPow(signed, e, n) == message ? Bytes(signed) : null;
    }

    /// <summary>Whether a paper was signed for this survey.</summary>
    public async ValueTask<bool> IsSigned(Guid surveyId, byte[] paper, byte[] signature, CancellationToken ct) =>
        (await KeyOf(surveyId, ct)).VerifyData(paper, signature, HashAlgorithmName.SHA384, RSASignaturePadding.Pss);

    public void Dispose() => _turn.Dispose();

    // One at a time: making a key takes as long as a hundred pages, and the first visitors of a survey come together.
    private async ValueTask<RSA> KeyOf(Guid surveyId, CancellationToken ct)
    {
        if (_keys.TryGetValue(surveyId, out var known)) return known;
        await _turn.WaitAsync(ct);
        try
        {
            if (_keys.TryGetValue(surveyId, out known)) return known;
            var closed = await Stored(surveyId, ct);
            if (closed is null)
            {
                await Make(surveyId, ct);
                // In a statement of its own: it sees the key that another host has made meanwhile.
                closed = await Stored(surveyId, ct)
                    ?? throw new InvalidOperationException($"Survey {surveyId} has no key for papers");
            }

            var key = RSA.Create();
            key.ImportPkcs8PrivateKey(Open(surveyId, closed), out _);
            return _keys[surveyId] = key;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<byte[]?> Stored(Guid surveyId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select private_key from surveys.paper_keys where survey_id = $1");
        command.Parameters.Add(Statements.Value(surveyId));
        return await command.ExecuteScalarAsync(ct) as byte[];
    }

    private async Task Make(Guid surveyId, CancellationToken ct)
    {
        using var made = RSA.Create(Bits);
        await using var command = database.CreateCommand(
            "insert into surveys.paper_keys (survey_id, private_key) values ($1, $2) on conflict do nothing");
        command.Parameters.Add(Statements.Value(surveyId));
        command.Parameters.Add(Statements.Value(Seal(surveyId, made.ExportPkcs8PrivateKey())));
        await command.ExecuteNonQueryAsync(ct);
    }

    // Each survey seals one key under one derived key: the nonce never repeats.
    private byte[] Seal(Guid surveyId, byte[] key)
    {
        var closed = new byte[key.Length + 16];
        using var cipher = new AesGcm(urn.SealingKey($"paper {surveyId}"), 16);
        cipher.Encrypt(s_nonce, key, closed.AsSpan(0, key.Length), closed.AsSpan(key.Length));
        return closed;
    }

    private byte[] Open(Guid surveyId, byte[] closed)
    {
        var key = new byte[closed.Length - 16];
        using var cipher = new AesGcm(urn.SealingKey($"paper {surveyId}"), 16);
        cipher.Decrypt(s_nonce, closed.AsSpan(0, key.Length), closed.AsSpan(key.Length), key);
        return key;
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = new byte[Bits / 8];
        var written = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        written.CopyTo(bytes, bytes.Length - written.Length);
        return bytes;
    }

    private static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        var (a, b, x, y) = (value % modulus, modulus, BigInteger.One, BigInteger.Zero);
        while (a > 1)
        {
            var times = a / b;
            (a, b, x, y) = (b, a % b, y, x - times * y);
        }

        return x < 0 ? x + modulus : x;
    }
}
