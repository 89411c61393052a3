using EventOps.EventStore;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace EventOps.Accounts.Credentials;

/// <summary>
/// Checks the codes of authenticator apps, one step early or late, each code once: also when it comes to two hosts at a time.
/// </summary>
public sealed class AuthenticatorCodes(NpgsqlDataSource database, TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        Task.FromResult(user.AuthenticatorKey is not null);

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user) =>
        user.AuthenticatorKey is not null
        && Totp.StepOf(Base32.Decode(user.AuthenticatorKey), token, clock.GetUtcNow()) is { } step
        && await Take(user.Id, step);

    private async Task<bool> Take(Guid account, long step) => await database.Execute(
        "update accounts.credentials set authenticator_step = $2 where account_id = $1 and authenticator_step < $2",
        Statements.Value(account), Statements.Value(step)) == 1;
}
