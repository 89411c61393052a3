using EventOps.Surveys.Reporting;
using EventOps.Ui;

namespace EventOps.Surveys.Exporting;

/// <summary>
/// A report as a workbook: all figures on the first sheet, then those of each kind of question on one of their own.
/// </summary>
public static class ReportXlsx
{
    private static readonly TextSource T = ExportTexts.Of;

    public static byte[] Write(Report report)
    {
        var rows = Figures.Of(report);
        return Workbook.Write(
        [
            Sheet(T["figures"], rows),
            .. rows.GroupBy(row => row.Question.Kind).OrderBy(kind => kind.Key)
                .Select(kind => Sheet(T[$"kind.{kind.Key}"], kind)),
        ]);
    }

    private static WorkbookSheet Sheet(string name, IEnumerable<FigureRow> rows) =>
        new(name, [ReportTable.Head, .. rows.Select(ReportTable.Cells)]);
}
