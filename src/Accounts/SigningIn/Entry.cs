using EventOps.Accounts.Authorising;
using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Hearing;
using EventOps.Accounts.Members;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Accounts.SigningIn;

/// <summary>The last steps of every way in: the second factor where there is one, the session, the page to start on.</summary>
public sealed class Entry(
    SessionCookie sessions, SealedCookies cookies, KnownBrowsers browsers, KnownEvents events, IEventStore store, People people)
{
    private const string Cookie = "eventops-code";
    private static readonly TimeSpan s_timeForCode = TimeSpan.FromMinutes(10);

    /// <summary>Password or link were right.</summary>
    public async Task<IResult> Open(HttpContext http, Account account, bool byLink, string? next)
    {
        if (!account.AuthenticatorOn) return await Finish(http, account, byLink, next);
        var owed = string.Join('\n', account.Id, account.SecurityStamp, byLink, Typed.LocalPath(next));
        cookies.Set(http, Cookie, owed, s_timeForCode);
        return Answer.To("/sign-in/code");
    }

    /// <summary>Who has passed the first step in this browser and owes a code; null after 10 minutes or a new password.</summary>
    public async Task<(Account Account, bool ByLink, string? Next)?> Waiting(HttpContext http) =>
        cookies.Read(http, Cookie)?.Split('\n') is [var id, var stamp, var byLink, var next]
        && await people.FindByIdAsync(id) is { } account && account.SecurityStamp == stamp
            ? (account, bool.Parse(byLink), next)
            : null;

    /// <summary>Everything was right: a new session begins.</summary>
    public async Task<IResult> Finish(HttpContext http, Account account, bool byLink, string? next)
    {
        cookies.Delete(http, Cookie);
        browsers.Remember(http, account.MailKey);
        await sessions.SignIn(http, account, byLink);
        return Answer.To(Typed.LocalPath(next) ?? await Start(account));
    }

    private async Task<string> Start(Account account)
    {
        var (member, _) = await store.Load(Member.Stream(account.Id), Member.Decider);
        if (member is not Member.Working working) return "/account";
        if (working.Rights.Contains(Right.Organiser)) return "/events";
        var own = (await events.Of(working.OrganisationId)).Find(known => working.Rights.Contains(Right.ScannerAt(known.Id)));
        return own is null ? "/account" : $"/events/{own.Slug}/scan";
    }
}
