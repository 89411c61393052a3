using EventOps.Ui;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>What the organiser's pages of the plan say.</summary>
public static class DrawingTexts
{
    public static readonly TextSource Of = new(typeof(DrawingTexts));
}
