using Microsoft.AspNetCore.DataProtection;

namespace EventOps.Marketplace.CollectingContacts;

/// <summary>
/// Carries a scanned ticket from the scan to the visitor's answer, sealed: the exhibitor's phone can hand it back, but not read
/// it, and nothing of it is stored before there is a yes.
/// </summary>
public sealed class AskedVisitors(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Length = 16 + 16 + sizeof(long);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("marketplace.asked-visitor.v1");

    public string Seal(Guid exhibitorId, Guid ticketId)
    {
        var bytes = new byte[Length];
        exhibitorId.TryWriteBytes(bytes);
        ticketId.TryWriteBytes(bytes.AsSpan(16));
        BitConverter.TryWriteBytes(bytes.AsSpan(32), clock.GetUtcNow().UtcTicks);
        return Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(_protector.Protect(bytes));
    }

    /// <summary>Null where it is none of ours, another exhibitor's, or too old.</summary>
    public Guid? Open(Guid exhibitorId, string? asked)
    {
        try
        {
            if (asked is null || _protector.Unprotect(
                Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(asked)) is not { Length: Length } bytes)
                return null;
            var age = clock.GetUtcNow() - new DateTimeOffset(BitConverter.ToInt64(bytes, 32), TimeSpan.Zero);
            return new Guid(bytes.AsSpan(0, 16)) == exhibitorId && age <= s_longest ? new Guid(bytes.AsSpan(16, 16)) : null;
        }
        catch (Exception foreign) when (foreign is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
