using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Mailing;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.SigningIn;

/// <summary>A link by mail instead of the password. Nobody learns here whether an address has an account.</summary>
public static class AskForLink
{
    public sealed record Form(string? Mail)
    {
        public static Form Of(IFormCollection sent) => new(sent["mail"]);
    }

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("/sign-in/link", (HttpContext http) => Answer.Page<AskForLinkPage>(http));
        open.MapPost("/sign-in/link", Handle);
        open.MapGet("/sign-in/link/sent", (HttpContext http) => Answer.Notice(http, "link-sent", 200));
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, People people, Throttle throttle, IEventStore store)
    {
        var form = Form.Of(sent);
        if (Typed.Mail(form.Mail) is not { } mail)
        {
            var errors = new FormErrors();
            errors.Add("mail", Texts.Of["mail.wrong"]);
            return Answer.Again<AskForLinkPage>(http, new { Form = form, Errors = errors });
        }

        var key = people.NormalizeEmail(mail)!;
        var place = Throttle.Place(http.Connection.RemoteIpAddress);
        var account = await people.FindByEmailAsync(mail);
        if (await throttle.Try(10, TimeSpan.FromHours(1), $"link place {place}") is not null
            && await throttle.Try(3, TimeSpan.FromHours(1), $"link mail {key}") is not null
            && await throttle.Try(10, TimeSpan.FromDays(1), $"link day {key}") is not null)
        {
            // For an address without account the same is written, and the mail handler finds nobody: the same time.
            await store.Handle(Mails.Ask(account?.Id ?? Guid.NewGuid(), MailTemplate.SignInLink, Language.Current));
        }

        return Answer.To("/sign-in/link/sent");
    }
}
