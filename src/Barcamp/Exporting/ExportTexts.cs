using EventOps.Ui;

namespace EventOps.Barcamp.Exporting;

/// <summary>The words in files and on sheets.</summary>
public static class ExportTexts
{
    public static readonly TextSource Of = new(typeof(ExportTexts));
}
