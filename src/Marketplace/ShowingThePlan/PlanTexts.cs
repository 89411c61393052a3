using EventOps.Ui;

namespace EventOps.Marketplace.ShowingThePlan;

/// <summary>What a plan and the list beside it say.</summary>
public static class PlanTexts
{
    public static readonly TextSource Of = new(typeof(PlanTexts));
}
