using EventOps.Ui;

namespace EventOps.Marketplace.CollectingContacts;

/// <summary>The words of contacts, on both sides of the phone.</summary>
public static class ContactTexts
{
    public static readonly TextSource Of = new(typeof(ContactTexts));
}
