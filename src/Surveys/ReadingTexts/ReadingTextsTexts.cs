using EventOps.Ui;

namespace EventOps.Surveys.ReadingTexts;

/// <summary>The words of the page on which organisers read what people wrote.</summary>
public static class ReadingTextsTexts
{
    public static readonly TextSource Of = new(typeof(ReadingTextsTexts));
}
