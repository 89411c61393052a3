using EventOps.Ui;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>The words of the organiser's overview.</summary>
public static class OverviewTexts
{
    public static readonly TextSource Of = new(typeof(OverviewTexts));
}
