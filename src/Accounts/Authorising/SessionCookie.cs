using System.Security.Claims;
using EventOps.Accounts.Credentials;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Claims = EventOps.Contracts.Claims;

namespace EventOps.Accounts.Authorising;

/// <summary>
/// Keeps a person signed in. The cookie holds the session's id and nothing else: whether it lives and what it may do is read
/// from the database, at most 4 seconds old.
/// </summary>
public sealed class SessionCookie(Sessions sessions)
{
    public const string Name = "eventops";

    /// <summary>Without any request for this long, one signs in again.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Starts a new session under a new id; one that this browser had before ends.</summary>
    public async Task SignIn(HttpContext http, Account account, bool byLink)
    {
        await EndOld(http);
        var id = await sessions.Start(account, byLink);
        var identity = new ClaimsIdentity([new Claim(Claims.Session, id.ToString())], Schemes.Session);
        await http.SignInAsync(Schemes.Session, new ClaimsPrincipal(identity));
    }

    /// <summary>Ends the session on every host and takes the cookie away.</summary>
    public async Task SignOut(HttpContext http)
    {
        await EndOld(http);
        await http.SignOutAsync(Schemes.Session);
    }

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (Id(context.Principal) is { } id && await sessions.Find(id) is { } session)
        {
            context.HttpContext.Features.Set(session);
            context.ReplacePrincipal(session.Rights.Principal(Schemes.Session));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Schemes.Session);
    }

    private async Task EndOld(HttpContext http)
    {
        var old = await http.AuthenticateAsync(Schemes.Session);
        if (Id(old.Principal) is { } id) await sessions.End(id);
    }

    private static Guid? Id(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirst(Claims.Session)?.Value, out var id) ? id : null;
}
