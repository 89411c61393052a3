using EventOps.Ui;

namespace EventOps.Surveys.Polling;

/// <summary>The words of live polls.</summary>
public static class PollTexts
{
    public static readonly TextSource Of = new(typeof(PollTexts));
}
