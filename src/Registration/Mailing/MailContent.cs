using System.Text;
using EventOps.Contracts;
using EventOps.Registration.ManagingARegistration;
using EventOps.Registration.Ticketing;
using EventOps.Ui;

namespace EventOps.Registration.Mailing;

/// <summary>What a mail about a registration says, in the current language; HTML and text say the same.</summary>
public sealed record MailContent(
    string Subject, string EventName, string Title, string Lead, string Button, string Link,
    IReadOnlyList<(string Term, string Description)> Facts, string? Cannot, string TypeName, string Why, string Contact)
{
    private static readonly TextSource T = ManageTexts.Of;

    /// <summary>The link that ends mails of this kind; null where there is no such choice.</summary>
    public (string Text, string Link)? Stop { get; init; }

    public static MailContent Of(RegistrationRecord record, MailKind kind, PublicUrl url)
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
    public static MailContent Of(RegistrationRecord record, LetterWords words, string token, PublicUrl url) => new(
        words.Subject, record.Event.Texts.Name.ToString(), words.Title, words.Lead, words.Button, url.Link(Filled(words.ButtonPath, token)), words.Facts,
        null, record.Type?.Name.ToString() ?? T["ticket"], words.Why, record.Event.Texts.Contact)
    {
        Stop = (words.Stop, url.Link(Filled(words.StopPath, token))),
    };

    public string Text()
    {
        var text = new StringBuilder().Append(Title).Append("\n\n").Append(EventName).Append("\n\n").Append(Lead).Append('\n')
            .Append(Link).Append("\n\n");
        foreach (var (term, description) in Facts)
            text.Append(term).Append(": ").Append(description).Append('\n');
        if (Cannot is not null) text.Append('\n').Append(Cannot).Append('\n');
        return text.Append("\n-- \n").Append(Why).Append('\n')
            .Append(Stop is { } stop ? $"{stop.Text}: {stop.Link}\n" : "").Append(Contact).Append('\n').ToString();
    }

    private static string Filled(string path, string token) => path.Replace(LetterWords.Token, token, StringComparison.Ordinal);

    private static string Code(RegistrationRecord.Holder holder, int holders) =>
        holders == 1 ? ShortCode.Spaced(holder.ShortCode) : $"{ShortCode.Spaced(holder.ShortCode)} ({holder.Name})";
}
