using EventOps.Contracts;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Ui;

namespace EventOps.Marketplace.CollectingContacts;

/// <summary>Tells a visitor by mail whom their contact was given to at a stand, and how to take it back.</summary>
public sealed class ContactLetter(ContactRows rows, ExhibitorNames names, KnownEvents events) : ILetter
{
    public const string Name = "marketplace.contact-given";

    private static readonly TextSource T = ContactTexts.Of;

    public async Task<LetterWords?> Write(TellTicketHolder asked, CancellationToken ct)
    {
        if (asked.About is not [var exhibitor]
            || await rows.Find(exhibitor, asked.TicketId, ct) is not { WithdrawnAt: null } contact) return null;
        if (await events.ById(asked.EventId, ct) is not { } known) return null;
        var (name, mine) = ((await names.Of(known.Id, ct)).GetValueOrDefault(exhibitor, "?"),
            $"/events/{known.Slug}/my-visits/with-ticket/{LetterWords.Token}");
        return new(
            T["letter.subject", name], T["letter.title"],
            T["letter.lead", name, Say.In(known.TimeZone).ShortMoment(contact.GivenAt)],
            [(T["letter.what"], T["fields"]), (T["letter.for"], T["purpose.short"])], T["letter.button"], mine,
            T["letter.why", known.Name], T["letter.stop"], mine);
    }
}
