using EventOps.Accounts.Links;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Accounts.SigningIn;

/// <summary>
/// Slows guessing down without locking the owner out: strangers share ten tries per account and ten per address in a quarter of
/// an hour; a browser that has signed in to the account before has ten of its own.
/// </summary>
public sealed class KnownBrowsers(Throttle throttle, SealedCookies cookies)
{
    public const int Most = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const string Cookie = "eventops-known";

    /// <summary>Counts a try; null when there were too many, else what gives the try back.</summary>
    public Task<Func<Task>?> Try(HttpContext http, string what, string mailKey) =>
        cookies.Read(http, Cookie)?.Split(' ') is [var browser, var owner] && owner == Owner(mailKey)
            ? throttle.Try(Most, Window, $"{what} browser {browser}")
            : throttle.Try(
                Most, Window, $"{what} account {mailKey}", $"{what} place {Throttle.Place(http.Connection.RemoteIpAddress)}");

    /// <summary>The account's owner was here: this browser gets tries of its own.</summary>
    public void Remember(HttpContext http, string mailKey) =>
        cookies.Set(http, Cookie, $"{Secret.New()} {Owner(mailKey)}", TimeSpan.FromDays(180));

    private static string Owner(string mailKey) => Convert.ToHexString(Secret.Hash(mailKey));
}
