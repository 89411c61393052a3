using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace EventOps.Ui;

/// <summary>Small facts that a browser carries for us for a while, unreadable and unchangeable to it.</summary>
public sealed class SealedCookies(IDataProtectionProvider protection, PublicUrl url)
{
    public void Set(HttpContext http, string name, string value, TimeSpan lifetime) =>
        http.Response.Cookies.Append(url.CookieName(name), Protector(name).Protect(value, lifetime), Options(lifetime));

    public string? Read(HttpContext http, string name)
    {
        try
        {
            return http.Request.Cookies[url.CookieName(name)] is { } value ? Protector(name).Unprotect(value) : null;
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

    public void Delete(HttpContext http, string name) => http.Response.Cookies.Delete(url.CookieName(name), Options(null));

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        Path = "/",
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = url.IsHttps,
        MaxAge = lifetime,
    };

    private ITimeLimitedDataProtector Protector(string name) =>
        protection.CreateProtector("ui.cookie", name).ToTimeLimitedDataProtector();
}
