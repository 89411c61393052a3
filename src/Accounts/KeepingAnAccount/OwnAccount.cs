using EventOps.Accounts.Authorising;
using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.KeepingAnAccount;

/// <summary>A person's own account: what is stored, and the ways to make it safer.</summary>
public static class OwnAccount
{
    /// <summary>How long a session that began with a mailed link may set a password without the old one.</summary>
    public static readonly TimeSpan LinkCounts = TimeSpan.FromMinutes(15);

    public static void Map(IEndpointRouteBuilder person) => person.MapGet("/account", Show);

    /// <summary>The account of the person who is signed in.</summary>
    public static async Task<Account> Of(HttpContext http, People people) =>
        await people.FindByIdAsync(Caller.Of(http.User).Actor!)
        ?? throw new InvalidOperationException("A session without account: the row went between two statements.");

    public static bool MayForgetPassword(HttpContext http, TimeProvider clock) =>
        http.Features.Get<Session>() is { ByLink: true } session && clock.GetUtcNow() - session.StartedAt < LinkCounts;

    private static async Task<IResult> Show(HttpContext http, People people, string? done)
    {
        var account = await Of(http, people);
        return Answer.Page<AccountPage>(http, new
        {
            Account = account,
            Codes = account.AuthenticatorOn ? await people.CountRecoveryCodesAsync(account) : 0,
            Done = done is "password" or "factor-off" ? done : null,
        });
    }
}
