using EventOps.Ui;

namespace EventOps.Billing.ShowingBills;

/// <summary>What organisers read about bills.</summary>
public static class ShowingTexts
{
    public static readonly TextSource Of = new(typeof(ShowingTexts));
}
