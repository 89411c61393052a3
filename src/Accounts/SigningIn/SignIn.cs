using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.SigningIn;

/// <summary>Mail and password in, a session out; the same answer in the same time whether the mail is known or not.</summary>
public static class SignIn
{
    public sealed record Form(string? Mail, string? Password, string? Next)
    {
        public static Form Of(IFormCollection sent) => new(sent["mail"], sent["password"], sent["next"]);
    }

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("/sign-in", (HttpContext http, string? next) =>
            Answer.Page<SignInPage>(http, new { Form = new Form(null, null, next) }));
        open.MapPost("/sign-in", Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, People people, KnownBrowsers browsers, Entry entry)
    {
        var form = Form.Of(sent);
        var errors = new FormErrors();
        if (Typed.Mail(form.Mail) is null) errors.Add("mail", Texts.Of["mail.wrong"]);
        if (string.IsNullOrEmpty(form.Password)) errors.Add("password", Texts.Of["password.missing"]);
        if (errors.Any) return Answer.Again<SignInPage>(http, new { Form = form, Errors = errors });

        var mail = Typed.Mail(form.Mail)!;
        if (await browsers.Try(http, "password", people.NormalizeEmail(mail)!) is not { } giveBack)
        {
            errors.Add("mail", Texts.Of["sign-in.too-often"]);
            return Answer.Page<SignInPage>(http, new { Form = form, Errors = errors }, 429);
        }

        if (await people.WithPassword(mail, form.Password!) is { } account)
        {
            await giveBack();
            return await entry.Open(http, account, byLink: false, form.Next);
        }

        errors.Add("mail", Texts.Of["sign-in.wrong"]);
        return Answer.Again<SignInPage>(http, new { Form = form, Errors = errors });
    }
}
