using EventOps.Ui;

namespace EventOps.Billing.ImportingStatements;

/// <summary>What organisers read about bank statements.</summary>
public static class ImportingTexts
{
    public static readonly TextSource Of = new(typeof(ImportingTexts));
}
