using System.Security.Cryptography;
using EventOps.Surveys.Ballots;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Surveys.Polling;

/// <summary>
/// One vote a browser: a sealed cookie with a number drawn by lot, kept here as a keyed hash. A courtesy against votes by
/// mistake, no proof against those who want to vote twice.
/// </summary>
public sealed class Voter(SealedCookies cookies, UrnKey key)
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(30);

    /// <summary>Null for a browser that has no cookie.</summary>
    public byte[]? Of(HttpContext http, Guid pollId) =>
        Guid.TryParse(cookies.Read(http, Cookie(pollId)), out var browser) ? key.SerialOf(pollId, browser) : null;

    /// <summary>With the form goes the cookie: a double click finds its first vote.</summary>
    public void Remember(HttpContext http, Guid pollId)
    {
        if (Of(http, pollId) is null)
            cookies.Set(http, Cookie(pollId), new Guid(RandomNumberGenerator.GetBytes(16)).ToString(), s_remembered);
    }

    private static string Cookie(Guid pollId) => $"eventops-poll-{pollId.ToString("N")[..12]}";
}
