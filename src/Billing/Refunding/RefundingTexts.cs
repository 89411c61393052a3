using EventOps.Ui;

namespace EventOps.Billing.Refunding;

/// <summary>What organisers read about refunds.</summary>
public static class RefundingTexts
{
    public static readonly TextSource Of = new(typeof(RefundingTexts));
}
