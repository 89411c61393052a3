using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using SameSiteMode = Microsoft.AspNetCore.Http.SameSiteMode;

namespace EventOps.Ui;

/// <summary>
/// Finds the language of a request: what was clicked, then what the page prefers, the browser asks for, the page falls back to.
/// </summary>
public static class LanguageChoice
{
    private enum Source { Fallback, Browser, Page, Visitor }

    private sealed record Chosen(Source By);

    /// <summary>
    /// The language of a thing in hand, such as a ticket: counts more than the browser's, less than what the visitor clicked.
    /// </summary>
    public static void PreferLanguage(this HttpContext http, string? code) => Settle(http, Language.Find(code), Source.Page);

    /// <summary>
    /// The event's own language: counts where the visitor neither clicked nor has a browser that asks for one of ours.
    /// </summary>
    public static void FallBackToLanguage(this HttpContext http, string? code) =>
        Settle(http, Language.Find(code), Source.Fallback);

    internal static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use(Choose);

    private static async Task Choose(HttpContext http, RequestDelegate next)
    {
        var asked = Language.Find(http.Request.Query["lang"]);
        if (asked is not null && IsNavigation(http.Request))
        {
            Remember(http, asked);
            http.Response.Redirect(CleanUrl(http.Request));
            return;
        }
        var clicked = asked ?? Language.Find(http.Request.Cookies[CookieName(http.Request)]);
        var accepted = clicked is null ? Accepted(http.Request) : null;
        var by = clicked is not null ? Source.Visitor : accepted is not null ? Source.Browser : Source.Fallback;
        http.Features.Set(new Chosen(by));
        http.Response.OnStarting(() => Tell(http));
        using (Language.Use(clicked ?? accepted ?? Language.German)) await next(http);
    }

    private static void Settle(HttpContext http, Language? language, Source by)
    {
        if (language is null || http.Features.Get<Chosen>() is not { } chosen || chosen.By > by) return;
        http.Features.Set(new Chosen(by));
        Language.Change(language);
    }

    // A stream or a fragment names its language in the URL and is answered in place; only a page moves on to its clean URL.
    private static bool IsNavigation(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && !request.IsFragment()
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);

    // A path that starts with two slashes would be read as another host.
    private static string CleanUrl(HttpRequest request)
    {
        var kept = new QueryBuilder(request.Query.Where(part => part.Key != "lang"));
        return "/" + (request.PathBase + request.Path).ToUriComponent().TrimStart('/', '\\') + kept;
    }

    private static string CookieName(HttpRequest request) => request.IsHttps ? "__Host-lang" : "lang";

    private static void Remember(HttpContext http, Language language) =>
        http.Response.Cookies.Append(CookieName(http.Request), language.Code, new CookieOptions
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });

    private static Language? Accepted(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wishes)
            ? wishes.Where(wish => wish.Quality is not 0)
                .OrderByDescending(wish => wish.Quality ?? 1)
                .Select(wish => Language.Find(wish.Value.Value))
                .FirstOrDefault(known => known is not null)
            : null;

    private static Task Tell(HttpContext http)
    {
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            http.Response.Headers.Append(HeaderNames.Vary, "Accept-Language, Cookie, X-Fragment");
        return Task.CompletedTask;
    }
}
