using EventOps.Ui;

namespace EventOps.Registration.Visiting;

internal static class VisitingTexts
{
    public static readonly TextSource Of = new(typeof(VisitingTexts));
}
