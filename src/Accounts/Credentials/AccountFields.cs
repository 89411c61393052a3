using Microsoft.AspNetCore.Identity;

namespace EventOps.Accounts.Credentials;

/// <summary>The many small questions that Identity asks of an account in memory; no row is touched here.</summary>
public abstract class AccountFields :
    IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserEmailStore<Account>, IUserTwoFactorStore<Account>,
    IUserAuthenticatorKeyStore<Account>
{
    public abstract Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken);

    public abstract Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken);

    public abstract Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken);

    /// <summary>Nobody appears without an event: see <c>Joining</c>.</summary>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An account begins with its member stream.");

    /// <summary>Nobody disappears without an event: see <c>RunningTheTeam</c>.</summary>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An account ends with its member stream.");

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Answer(user.Mail);

    public Task<string?> GetEmailAsync(Account user, CancellationToken cancellationToken) => Answer(user.Mail);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Answer(user.MailKey);

    public Task<string?> GetNormalizedEmailAsync(Account user, CancellationToken cancellationToken) => Answer(user.MailKey);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Answer(user.PasswordHash);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Answer(user.SecurityStamp);

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Answer(user.AuthenticatorKey);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorOn);

    // Who joined did so by a link, in the mail or from the operator: there is no unconfirmed account.
    public Task<bool> GetEmailConfirmedAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(() => user.PasswordHash = passwordHash);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) =>
        Set(() => user.SecurityStamp = stamp);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) =>
        Set(() => user.AuthenticatorOn = enabled);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        Set(() => user.AuthenticatorKey = key);

    // Name and mail are the personal row's; Identity only normalises what is there already.
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task SetEmailAsync(Account user, string? email, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedEmailAsync(Account user, string? normalizedEmail, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task SetEmailConfirmedAsync(Account user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => GC.SuppressFinalize(this);

    private static Task<string?> Answer(string? value) => Task.FromResult(value);

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
