using EventOps.Ui;

namespace EventOps.Marketplace.RunningTheMarket;

/// <summary>The words of the organisers' pages.</summary>
public static class MarketTexts
{
    public static readonly TextSource Of = new(typeof(MarketTexts));
}
