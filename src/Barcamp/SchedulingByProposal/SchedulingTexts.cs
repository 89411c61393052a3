using EventOps.Ui;

namespace EventOps.Barcamp.SchedulingByProposal;

/// <summary>The words of proposed schedules.</summary>
public static class SchedulingTexts
{
    public static readonly TextSource Of = new(typeof(SchedulingTexts));
}
