using EventOps.Ui;

namespace EventOps.Marketplace.HavingAStand;

/// <summary>The words of an exhibitor's own pages.</summary>
public static class MineTexts
{
    public static readonly TextSource Of = new(typeof(MineTexts));
}
