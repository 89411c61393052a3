using EventOps.Ui;

namespace EventOps.Registration.Planning;

/// <summary>The words of the organiser's frame, list of events and first form.</summary>
public static class PlanningTexts
{
    public static readonly TextSource Of = new(typeof(PlanningTexts));
}
