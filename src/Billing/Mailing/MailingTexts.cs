using EventOps.Ui;

namespace EventOps.Billing.Mailing;

/// <summary>What mails about bills say.</summary>
public static class MailingTexts
{
    public static readonly TextSource Of = new(typeof(MailingTexts));
}
