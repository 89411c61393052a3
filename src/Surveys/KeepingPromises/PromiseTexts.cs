using EventOps.Ui;

namespace EventOps.Surveys.KeepingPromises;

/// <summary>The words of "you said, we did".</summary>
public static class PromiseTexts
{
    public static readonly TextSource Of = new(typeof(PromiseTexts));
}
