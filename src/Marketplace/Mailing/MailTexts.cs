using EventOps.Ui;

namespace EventOps.Marketplace.Mailing;

/// <summary>What mails to exhibitors say.</summary>
public static class MailTexts
{
    public static readonly TextSource Of = new(typeof(MailTexts));
}
