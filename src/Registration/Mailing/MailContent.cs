using EventOps.Contracts;
using EventOps.Registration.ManagingARegistration;
using EventOps.Registration.Ticketing;
using EventOps.Ui;

namespace EventOps.Registration.Mailing;

/// <summary>What a mail about a registration says, in the current language.</summary>
public static class MailContent
{
    private static readonly TextSource T = ManageTexts.Of;

    public static MailSheet Of(RegistrationRecord record, MailKind kind, PublicUrl url)
    {
        var say = Say.In(record.Event.Times.TimeZone);
        var name = record.Event.Texts.Name.ToString();
        var key = kind == MailKind.Confirm ? "mail.confirm" : "mail.ticket";
        var when = say.Span(record.Event.Times.StartsAt, record.Event.Times.EndsAt);
        if (record.Event.Times.DoorsOpenAt is { } doors) when += $". {T["mail.doors", say.Time(doors)]}";
        List<(string, string)> facts = [(T["mail.when"], when), (T["mail.where"], record.Event.Texts.Place)];
        if (kind == MailKind.Ticket)
            facts.AddRange(record.Holders.Select(holder => (T["mail.code"], Code(holder, record.Holders.Count))));
        return new(
            T[$"{key}.subject", name], name, T[$"{key}.title", record.Holders[0].Name], T[$"{key}.lead"], T[$"{key}.button"],
            url.Link(record.Path), facts, kind == MailKind.Ticket ? T["mail.cannot"] : null,
            record.Type?.Name.ToString() ?? T["ticket"], T["mail.why"], record.Event.Texts.Contact);
    }

    /// <summary>What another module has to say to a holder.</summary>
    public static MailSheet Of(RegistrationRecord record, LetterWords words, string token, PublicUrl url) => new(
        words.Subject, record.Event.Texts.Name.ToString(), words.Title, words.Lead, words.Button,
        url.Link(Filled(words.ButtonPath, token)), words.Facts,
        null, record.Type?.Name.ToString() ?? T["ticket"], words.Why, record.Event.Texts.Contact)
    {
        Stop = (words.Stop, url.Link(Filled(words.StopPath, token))),
    };

    private static string Filled(string path, string token) => path.Replace(LetterWords.Token, token, StringComparison.Ordinal);

    private static string Code(RegistrationRecord.Holder holder, int holders) =>
        holders == 1 ? ShortCode.Spaced(holder.ShortCode) : $"{ShortCode.Spaced(holder.ShortCode)} ({holder.Name})";
}
