using EventOps.Ui;

namespace EventOps.Barcamp.WatchingTheBoard;

internal static class WatchingTexts
{
    public static readonly TextSource Of = new(typeof(WatchingTexts));
}
