using EventOps.Accounts.Joining;
using EventOps.Accounts.Links;
using EventOps.Accounts.SigningIn;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Accounts.Mailing;

/// <summary>Renders an asked mail with a fresh one-time link and hands it on. For who has left, nothing leaves.</summary>
public static class SendMail
{
    public static async Task Handle(MailAsked asked, Handling handling, CancellationToken ct)
    {
        var services = handling.Services;
        var person = await services.GetRequiredService<NpgsqlDataSource>().First(
            "select name, mail from accounts.personal where subject_id = $1",
            row => new Person(row.GetString(0), row.GetString(1)), Statements.Value(asked.SubjectId));
        if (person is null) return;

        var (purpose, path, lifetime) = asked.Template == MailTemplate.Invitation
            ? (LinkPurpose.Invitation, Join.Path, TimeSpan.FromDays(7))
            : (LinkPurpose.SignIn, SignInByLink.Path, TimeSpan.FromMinutes(30));
        var token = await services.GetRequiredService<OneTimeLinks>().Create(purpose, asked.SubjectId, lifetime);
        var link = services.GetRequiredService<PublicUrl>().Link($"{path}?t={token}");
        var html = await Render(services, asked, person, link);
        await services.GetRequiredService<IMailEdge>().Send(html, ct);
    }

    private static async Task<OutgoingMail> Render(IServiceProvider services, MailAsked asked, Person person, string link)
    {
        using var _ = Language.Use(Language.FindOr(asked.Language, Language.German));
        var key = asked.Template == MailTemplate.Invitation ? "mail.invitation" : "mail.sign-in-link";
        var (subject, lead, button, end) =
            (Texts.Of[$"{key}.subject"], Texts.Of[$"{key}.lead", person.Name], Texts.Of[$"{key}.button"], Texts.Of[$"{key}.end"]);
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<LinkMail>(
            ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                ["Title"] = subject,
                ["Lead"] = lead,
                ["Button"] = button,
                ["Link"] = link,
                ["End"] = end,
            }))).ToHtmlString());
        return new(asked.MailId, person.Mail, subject, $"{lead}\n\n{button}: {link}\n\n{end}\n", html, []);
    }

    private sealed record Person(string Name, string Mail);
}
