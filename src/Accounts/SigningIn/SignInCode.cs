using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.SigningIn;

/// <summary>The second step: a code from the app, or one from the paper. Each code works once.</summary>
public static class SignInCode
{
    public sealed record Form(string? Code)
    {
        public static Form Of(IFormCollection sent) => new(sent["code"]);
    }

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("/sign-in/code", async (HttpContext http, Entry entry) =>
            await entry.Waiting(http) is null ? Answer.To("/sign-in") : Answer.Page<CodePage>(http));
        open.MapPost("/sign-in/code", Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, People people, KnownBrowsers browsers, Entry entry)
    {
        var form = Form.Of(sent);
        if (await entry.Waiting(http) is not { } waiting) return Answer.To("/sign-in");
        var errors = new FormErrors();
        if (await browsers.Try(http, "code", waiting.Account.MailKey) is not { } giveBack)
        {
            errors.Add("code", Texts.Of["sign-in.too-often"]);
            return Answer.Page<CodePage>(http, new { Errors = errors }, 429);
        }

        if (await IsRight(people, waiting.Account, form.Code ?? ""))
        {
            await giveBack();
            return await entry.Finish(http, waiting.Account, waiting.ByLink, waiting.Next);
        }

        errors.Add("code", Texts.Of["code.wrong"]);
        return Answer.Again<CodePage>(http, new { Errors = errors });
    }

    private static async Task<bool> IsRight(People people, Account account, string code) => RecoveryCodes.Plain(code).Length > 6
        ? (await people.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded
        : await people.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code);
}
