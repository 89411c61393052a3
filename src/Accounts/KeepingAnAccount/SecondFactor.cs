using EventOps.Accounts.Authorising;
using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.KeepingAnAccount;

/// <summary>
/// Sets up an authenticator app. Its key is stored once the app has shown that it has it; until then the browser carries it.
/// </summary>
public static class SecondFactor
{
    private const string Path = "/account/second-factor";
    private const string Cookie = "eventops-authenticator";

    public sealed record Form(string? Current, string? Code)
    {
        public static Form Of(IFormCollection sent) => new(sent["current"], sent["code"]);
    }

    public static void Map(IEndpointRouteBuilder person)
    {
        person.MapGet(Path, async (HttpContext http, People people, SealedCookies cookies) =>
        {
            var key = cookies.Read(http, Cookie) ?? people.GenerateNewAuthenticatorKey();
            cookies.Set(http, Cookie, key, TimeSpan.FromMinutes(30));
            return Answer.Page<SecondFactorPage>(http, new { Key = key, (await OwnAccount.Of(http, people)).Mail });
        });
        person.MapPost(Path, Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, People people, SealedCookies cookies, PasswordCheck check, TimeProvider clock,
        SessionCookie sessions, PaperCodes paper)
    {
        var form = Form.Of(sent);
        if (cookies.Read(http, Cookie) is not { } key) return Answer.To(Path);
        var account = await OwnAccount.Of(http, people);
        var errors = new FormErrors();
        if (Totp.StepOf(Base32.Decode(key), form.Code ?? "", clock.GetUtcNow()) is null)
            errors.Add("code", Texts.Of["code.wrong"]);
        if (await check.Wrong(http, account, form.Current) is { } wrong) errors.Add("current", Texts.Of[wrong]);
        if (errors.Any) return Answer.Again<SecondFactorPage>(http, new { Key = key, account.Mail, Errors = errors });

        (account.AuthenticatorKey, account.AuthenticatorOn) = (key, true);
        await people.Renew(account);
        await sessions.SignIn(http, account, byLink: false);
        cookies.Delete(http, Cookie);
        return await paper.Write(http, account);
    }
}
