using EventOps.Surveys.Reporting;
using EventOps.Ui;

namespace EventOps.Surveys.Exporting;

/// <summary>
/// All figures of a report as one table in the reader's language: the rows of the CSV file and of the workbook.
/// </summary>
public static class ReportTable
{
    private static readonly TextSource T = ExportTexts.Of;

    public static IReadOnlyList<string> Head =>
    [
        T["number"], T["question"], T["kind"], T["row"], T["measure"], T["code"], T["answer"], T["count"], T["base"], T["share"],
        T["low"], T["high"], T["value"],
    ];

    public static IReadOnlyList<object?> Cells(FigureRow row) =>
    [
        row.Number, row.Question.Text.ToString(), T[$"kind.{row.Question.Kind}"], row.Row?.Text.ToString(),
        T[$"measure.{row.Measure}"], row.Code, row.Answer?.ToString(), row.Count, row.Base, row.Share, row.Low, row.High,
        row.Value,
    ];

    public static byte[] Csv(Report report) => CsvFile.Write([Head, .. Figures.Of(report).Select(Cells)]);
}
