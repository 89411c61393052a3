using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EventOps.Accounts.Credentials;

/// <summary>Identity's manager of accounts, with keys and recovery codes of full strength.</summary>
public sealed class People(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userValidators, IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<Account>> log,
    NobodysPassword nobody)
    : UserManager<Account>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    public override string GenerateNewAuthenticatorKey() => Base32.Encode(RandomNumberGenerator.GetBytes(20));

    /// <summary>The account whose mail and password these are; takes the same time where there is none.</summary>
    public async Task<Account?> WithPassword(string mail, string password)
    {
        var account = await FindByEmailAsync(mail);
        if (account?.PasswordHash is not null)
            return await CheckPasswordAsync(account, password) ? account : null;
        PasswordHasher.VerifyHashedPassword(account!, nobody.Hash, password);
        return null;
    }

    /// <summary>Stores what changed under a new security stamp: every session of the account ends.</summary>
    public async Task Renew(Account account)
    {
        var result = await UpdateSecurityStampAsync(account);
        if (!result.Succeeded) throw new InvalidOperationException($"The account was not stored: {result}.");
    }

    protected override string CreateTwoFactorRecoveryCode() => RecoveryCodes.Make();
}

/// <summary>A hash that no password fits, as dear to check as a real one: for mails without an account.</summary>
public sealed class NobodysPassword(IOptions<PasswordHasherOptions> hashing)
{
    private readonly Lazy<string> _hash = new(() =>
        new PasswordHasher<Account>(hashing).HashPassword(null!, Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));

    public string Hash => _hash.Value;
}
