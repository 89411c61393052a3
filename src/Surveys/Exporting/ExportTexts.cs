using EventOps.Ui;

namespace EventOps.Surveys.Exporting;

/// <summary>The words of report files.</summary>
public static class ExportTexts
{
    public static readonly TextSource Of = new(typeof(ExportTexts));
}
