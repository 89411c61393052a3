using EventOps.Ui;

namespace EventOps.Surveys.Importing;

/// <summary>The words of the import.</summary>
public static class ImportTexts
{
    public static readonly TextSource Of = new(typeof(ImportTexts));
}
