using EventOps.Accounts.Credentials;
using EventOps.Accounts.SigningIn;
using Microsoft.AspNetCore.Http;

namespace EventOps.Accounts.KeepingAnAccount;

/// <summary>Asks a signed-in person for the password again, before something that a borrowed browser must not do.</summary>
public sealed class PasswordCheck(People people, KnownBrowsers browsers)
{
    /// <summary>The key of the sentence that says what is wrong, or null.</summary>
    public async Task<string?> Wrong(HttpContext http, Account account, string? typed)
    {
        if (string.IsNullOrEmpty(typed)) return "password.missing";
        if (await browsers.Try(http, "password", account.MailKey) is not { } giveBack) return "sign-in.too-often";
        if (!await people.CheckPasswordAsync(account, typed)) return "password.other";
        await giveBack();
        return null;
    }
}
