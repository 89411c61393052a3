using EventOps.Accounts.Authorising;
using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.KeepingAnAccount;

/// <summary>Goes back to the password alone; app and paper codes end, and so does every other session.</summary>
public static class SecondFactorOff
{
    public sealed record Form(string? Current)
    {
        public static Form Of(IFormCollection sent) => new(sent["current"]);
    }

    public static void Map(IEndpointRouteBuilder person)
    {
        person.MapGet("/account/second-factor/off", (HttpContext http) => Answer.Page<PasswordAgainPage>(http, Off([])));
        person.MapPost("/account/second-factor/off", Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, People people, PasswordCheck check, SessionCookie sessions)
    {
        var form = Form.Of(sent);
        var account = await OwnAccount.Of(http, people);
        if (await check.Wrong(http, account, form.Current) is { } wrong)
        {
            var errors = new FormErrors();
            errors.Add("current", Texts.Of[wrong]);
            return Answer.Again<PasswordAgainPage>(http, Off(errors));
        }

        (account.AuthenticatorKey, account.AuthenticatorOn) = (null, false);
        await people.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
        await people.Renew(account);
        await sessions.SignIn(http, account, byLink: false);
        return Answer.To("/account?done=factor-off");
    }

    private static object Off(FormErrors errors) => new
    {
        Title = Texts.Of["factor.off"],
        Line = Texts.Of["factor.off.line"],
        Action = "/account/second-factor/off",
        Button = Texts.Of["factor.off"],
        Danger = true,
        Errors = errors,
    };
}
