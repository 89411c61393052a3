using EventOps.Ui;

namespace EventOps.Barcamp.Screens;

internal static class ScreenTexts
{
    public static readonly TextSource Of = new(typeof(ScreenTexts));
}
