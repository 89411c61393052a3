using EventOps.Accounts.Authorising;
using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Links;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.KeepingAnAccount;

/// <summary>A new password; every other session of the person ends with the old one.</summary>
public static class ChangePassword
{
    public sealed record Form(string? Current, string? Password)
    {
        public static Form Of(IFormCollection sent) => new(sent["current"], sent["password"]);
    }

    public static void Map(IEndpointRouteBuilder person)
    {
        person.MapGet("/account/password", async (HttpContext http, People people, TimeProvider clock) =>
        {
            var account = await OwnAccount.Of(http, people);
            return Answer.Page<PasswordPage>(http, new { account.Mail, Forgotten = OwnAccount.MayForgetPassword(http, clock) });
        });
        person.MapPost("/account/password", Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, People people, PasswordCheck check, OneTimeLinks links, SessionCookie sessions,
        TimeProvider clock)
    {
        var form = Form.Of(sent);
        var account = await OwnAccount.Of(http, people);
        var errors = new FormErrors();
        var forgotten = OwnAccount.MayForgetPassword(http, clock);
        if (!forgotten && await check.Wrong(http, account, form.Current) is { } wrong) errors.Add("current", Texts.Of[wrong]);
        if (Passwords.Wrong(form.Password, account.Mail, account.Name) is { } weak)
            errors.Add("password", Texts.Of[weak, Passwords.Shortest]);
        if (errors.Any)
            return Answer.Again<PasswordPage>(http, new { Errors = errors, account.Mail, Forgotten = forgotten });

        account.PasswordHash = people.PasswordHasher.HashPassword(account, form.Password!);
        await people.Renew(account);
        await links.End(LinkPurpose.SignIn, account.Id);
        await sessions.SignIn(http, account, byLink: false);
        return Answer.To("/account?done=password");
    }
}
