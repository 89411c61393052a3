using EventOps.Accounts.Members;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Ui;

namespace EventOps.Accounts.Mailing;

/// <summary>The mails that this module sends.</summary>
public enum MailTemplate
{
    Invitation,
    SignInLink,
}

/// <summary>A mail is to be rendered and sent: ids only, the address is read when it leaves.</summary>
public sealed record MailAsked(Guid MailId, Guid SubjectId, MailTemplate Template, string Language);

/// <summary>Asking for mails.</summary>
public static class Mails
{
    public const string StoredName = "accounts.mail-asked.v1";

    public static Work Ask(Guid subject, MailTemplate template, Language language) =>
        new Work().Then(commit => commit.Ask(subject, template, language));

    public static void Ask(this Commit commit, Guid subject, MailTemplate template, Language language)
    {
        var id = Guid.CreateVersion7(commit.At);
        commit.Publish(new MailAsked(id, subject, template, language.Code), Member.Stream(subject), id: id);
    }
}
