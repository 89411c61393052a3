using EventOps.Ui;

namespace EventOps.Barcamp.Starring;

internal static class StarringTexts
{
    public static readonly TextSource Of = new(typeof(StarringTexts));
}
