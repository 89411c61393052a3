using EventOps.Ui;

namespace EventOps.Billing.Matching;

/// <summary>What organisers read about payments.</summary>
public static class MatchingTexts
{
    public static readonly TextSource Of = new(typeof(MatchingTexts));
}
