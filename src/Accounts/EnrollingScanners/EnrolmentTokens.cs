using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace EventOps.Accounts.EnrollingScanners;

/// <summary>
/// What the QR code for a new scanner carries: the device's id, sealed by our hosts and stored nowhere. How long and how often it
/// works is the device stream's to say.
/// </summary>
public sealed class EnrolmentTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("accounts.enrolment.v1");

    public string For(Guid device) => WebEncoders.Base64UrlEncode(_protector.Protect(device.ToByteArray()));

    public Guid? Read(string? token)
    {
        try
        {
            return token is null ? null : new Guid(_protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
