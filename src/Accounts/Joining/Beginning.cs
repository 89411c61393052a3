using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.EventStore;
using EventOps.Ui;
using Npgsql;

namespace EventOps.Accounts.Joining;

/// <summary>What an account begins with: name, mail and password as rows, in one transaction with the member's events.</summary>
public static class Beginning
{
    /// <summary>The mail belongs to somebody else who works here.</summary>
    public sealed record MailTaken : Refusal;

    /// <summary>The personal row of what was typed, which has its shape already.</summary>
    public static PersonalRow Row(this People people, Guid id, Guid organisation, string? name, string? mail) => new(
        id, organisation, Typed.Line(name, PersonForm.LongestName)!, Typed.Mail(mail)!, people.NormalizeEmail(Typed.Mail(mail))!,
        Language.Current.Code);

    public static Work With(this Work work, People people, PersonalRow person, string password)
    {
        var hash = people.PasswordHasher.HashPassword(null!, password);
        var stamp = Guid.NewGuid().ToString("N");
        return work.Then(commit =>
        {
            commit.Write(person);
            commit.Write(new CredentialRow(person.SubjectId, person.OrganisationId, hash, stamp, commit.At));
        });
    }

    /// <summary>Handles work that writes a personal row; that a mail is unique is the database's to say.</summary>
    public static async Task<Refusal?> HandlePerson(this IEventStore store, Work work)
    {
        try
        {
            return (await store.Handle(work)).Refusal;
        }
        catch (PostgresException taken) when (taken.ConstraintName == "personal_mail_key_key")
        {
            return new MailTaken();
        }
    }
}
