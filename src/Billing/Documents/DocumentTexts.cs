using EventOps.Ui;

namespace EventOps.Billing.Documents;

/// <summary>What stands on documents.</summary>
public static class DocumentTexts
{
    public static readonly TextSource Of = new(typeof(DocumentTexts));
}
