using EventOps.Ui;

namespace EventOps.Barcamp.ReadingTheHistory;

/// <summary>The words of the history.</summary>
public static class HistoryTexts
{
    public static readonly TextSource Of = new(typeof(HistoryTexts));
}
