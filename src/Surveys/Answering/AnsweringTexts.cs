using EventOps.Ui;

namespace EventOps.Surveys.Answering;

/// <summary>The words of those who ask.</summary>
public static class AnsweringTexts
{
    public static readonly TextSource Of = new(typeof(AnsweringTexts));
}
