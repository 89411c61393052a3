using EventOps.Ui;

namespace EventOps.Surveys.ExportingQuestionnaires;

/// <summary>The words of the export.</summary>
public static class ExportTexts
{
    public static readonly TextSource Of = new(typeof(ExportTexts));
}
