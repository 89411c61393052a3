using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Ui;

namespace EventOps.Accounts.Joining;

/// <summary>The shape of what a new account's person types.</summary>
public static class PersonForm
{
    public const int LongestName = 200;

    public static FormErrors Check(string? name, string? mail, string? password)
    {
        var errors = new FormErrors();
        CheckPerson(errors, name, mail);
        if (Passwords.Wrong(password, mail ?? "", name ?? "") is { } wrong)
            errors.Add("password", Texts.Of[wrong, Passwords.Shortest]);
        return errors;
    }

    public static void CheckPerson(FormErrors errors, string? name, string? mail)
    {
        if (Typed.Line(name, LongestName) is null) errors.Add("name", Texts.Of["name.wrong"]);
        if (Typed.Mail(mail) is null) errors.Add("mail", Texts.Of["mail.wrong"]);
    }
}
