using EventOps.Ui;

namespace EventOps.Barcamp.PitchingOnStage;

/// <summary>The words of the pitch page.</summary>
public static class PitchTexts
{
    public static readonly TextSource Of = new(typeof(PitchTexts));
}
