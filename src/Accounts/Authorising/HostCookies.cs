using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace EventOps.Accounts.Authorising;

/// <summary>
/// Names cookies <c>__Host-</c> on https, so that no other host of the domain can set them; plainly on http, which only loopback has.
/// </summary>
public sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public static string Name(HttpRequest request, string name) => request.IsHttps ? "__Host-" + name : name;

    /// <summary>How every cookie of this module is set.</summary>
    public static CookieOptions Options(HttpRequest request, TimeSpan? lifetime) => new()
    {
        Path = "/",
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        MaxAge = lifetime,
    };

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context.Request, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context.Request, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context.Request, key), options);
}
