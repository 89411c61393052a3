using EventOps.Ui;

namespace EventOps.Barcamp.TellingStarrers;

internal static class TellingTexts
{
    public static readonly TextSource Of = new(typeof(TellingTexts));
}
