using EventOps.Ui;

namespace EventOps.Billing.PayingABill;

/// <summary>What payers read.</summary>
public static class PayingTexts
{
    public static readonly TextSource Of = new(typeof(PayingTexts));
}
