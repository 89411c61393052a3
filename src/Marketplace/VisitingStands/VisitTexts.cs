using EventOps.Ui;

namespace EventOps.Marketplace.VisitingStands;

/// <summary>The words of a visitor's pages at stands.</summary>
public static class VisitTexts
{
    public static readonly TextSource Of = new(typeof(VisitTexts));
}
