using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace EventOps.Accounts.Authorising;

/// <summary>Small facts that a browser carries for us for a while, unreadable and unchangeable to it.</summary>
public sealed class SealedCookies(IDataProtectionProvider protection)
{
    public void Set(HttpContext http, string name, string value, TimeSpan lifetime) => http.Response.Cookies.Append(
        HostCookies.Name(http.Request, name), Protector(name).Protect(value, lifetime), HostCookies.Options(http.Request, lifetime));

    public string? Read(HttpContext http, string name)
    {
        try
        {
            var value = http.Request.Cookies[HostCookies.Name(http.Request, name)];
            return value is null ? null : Protector(name).Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null; // over, or not ours
        }
    }

    /// <summary>Reads and forgets: for what is shown once.</summary>
    public string? Take(HttpContext http, string name)
    {
        var value = Read(http, name);
        if (value is not null) Delete(http, name);
        return value;
    }

    public static void Delete(HttpContext http, string name) =>
        http.Response.Cookies.Delete(HostCookies.Name(http.Request, name), HostCookies.Options(http.Request, null));

    private ITimeLimitedDataProtector Protector(string name) =>
        protection.CreateProtector("accounts.cookie", name).ToTimeLimitedDataProtector();
}
