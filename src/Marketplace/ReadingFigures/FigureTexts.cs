using EventOps.Ui;

namespace EventOps.Marketplace.ReadingFigures;

/// <summary>The words of the marketplace's figures.</summary>
public static class FigureTexts
{
    public static readonly TextSource Of = new(typeof(FigureTexts));
}
