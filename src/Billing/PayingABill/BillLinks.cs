using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace EventOps.Billing.PayingABill;

/// <summary>
/// Who may see a bill: whoever has the secret that it was ordered with, or a link from one of this module's mails (a keyed hash
/// of the bill's id, derived and never stored). Afterwards a sealed cookie makes the browser theirs.
/// </summary>
public sealed class BillLinks(NpgsqlDataSource database, IDataProtectionProvider protection, SealedCookies cookies)
{
    private const int Kept = 24;
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(7);
    private readonly StoredSecret _secret = new(database, protection, "billing.link_key", "billing.link-key.v1");

    /// <summary>The secret of the link in mails about a bill.</summary>
    public async ValueTask<string> TokenOf(Guid billId, CancellationToken ct)
    {
        var hash = HMACSHA256.HashData(await _secret.Read(ct), billId.ToByteArray(bigEndian: true));
        return Base64Url.EncodeToString(hash.AsSpan(0, Kept));
    }

    /// <summary>Whether a secret opens a bill; takes equally long whatever is wrong with it.</summary>
    public async ValueTask<bool> Opens(Guid billId, string tokenHash, string token, CancellationToken ct)
    {
        var ordered = new byte[SHA256.HashSizeInBytes];
        var known = tokenHash.Length == Base64Url.GetEncodedLength(ordered.Length)
            && Base64Url.DecodeFromChars(tokenHash, ordered, out _, out var length) == OperationStatus.Done
                && length == ordered.Length;
        var shown = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        var bySeller = CryptographicOperations.FixedTimeEquals(shown, ordered) & known;
        var ours = SHA256.HashData(Encoding.UTF8.GetBytes(await TokenOf(billId, ct)));
        var byMail = CryptographicOperations.FixedTimeEquals(shown, ours);
        return bySeller | byMail;
    }

    public void Remember(HttpContext http, Guid billId) => cookies.Set(http, Cookie(billId), billId.ToString(), s_remembered);

    public bool Knows(HttpContext http, Guid billId) => cookies.Read(http, Cookie(billId)) == billId.ToString();

    private static string Cookie(Guid billId) => $"eventops-bill-{billId.ToString("N")[^12..]}";
}
