using EventOps.Surveys.Entering;
using EventOps.Surveys.ReadingTheReport;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using EventOps.Ui;
using EventOps.Ui.Pdf;

namespace EventOps.Surveys.Exporting;

/// <summary>
/// The report on A4: each question with its base, its table with the intervals drawn beside the numbers, and what has changed. A
/// question stays on one page where it fits.
/// </summary>
internal static class ReportPdf
{
    public const double Edge = 18, Room = 210 - 2 * Edge;
    private const double Width = 210, Height = 297, Top = 18, Bottom = Height - 20;
    private static readonly TextSource T = ReportTexts.Of;

    public static byte[] Write(KnownEvent @event, Report report, Report? before)
    {
        using var paper = new Paper(T["title-of", report.Survey.Terms.Title.ToString()], Language.Current);
        List<List<PdfPiece>>? pages = null;
        for (var at = 0; at < (pages?.Count ?? 1); at++)
        {
            var number = at;
            paper.Page(Width, Height, pen =>
            {
                // Texts are measured with a page's pen, so the first page finds out how many there are.
                pages ??= Pages([Head(pen, @event, report),
                    .. report.Questions.Select(question => PdfQuestion.Pieces(pen, question, before))]);
                Page(pen, pages[number], number + 1, pages.Count);
            });
        }

        using var file = new MemoryStream();
        paper.Save(file);
        return file.ToArray();
    }

    private static List<PdfPiece> Head(Pen pen, KnownEvent @event, Report report)
    {
        var answered = report.Population is { } all ? ExportTexts.Of["pdf.of", Said.Count(report.Answers), Say.Number(all)]
            : Said.Count(report.Answers);
        return
        [
            PdfPiece.Heading(pen, T["title-of", report.Survey.Terms.Title.ToString()]),
            PdfPiece.Text(
                pen, $"{@event.Name}, {Say.In(@event.TimeZone).Date(@event.StartsAt)}. {T[$"stage.{report.Survey.Stage}"]}",
                soft: true),
            PdfPiece.Text(pen, $"{T["answers"]}: {answered}{(report.Rate is { } rate ? $" ({Said.Share(rate)})" : "")}",
                bold: true),
            PdfPiece.Text(
                pen, report.IsTooSmall ? $"{T["small"]}. {T["small.text", Threshold.Report]}" : T["how", report.Threshold.Least],
                soft: !report.IsTooSmall),
            PdfPiece.Space(6),
        ];
    }

    // A question that does not fit below the others begins a page; one longer than a page goes on at the next.
    private static List<List<PdfPiece>> Pages(IReadOnlyList<List<PdfPiece>> blocks)
    {
        const double Most = Bottom - Top;
        List<List<PdfPiece>> pages = [[]];
        var used = 0.0;
        foreach (var block in blocks)
        {
            var high = block.Sum(piece => piece.Height);
            if (used > 0 && used + high > Most && high <= Most) Turn();
            foreach (var piece in block)
            {
                if (used > 0 && used + piece.Height > Most) Turn();
                pages[^1].Add(piece);
                used += piece.Height;
            }
        }

        return pages;

        void Turn()
        {
            pages.Add([]);
            used = 0;
        }
    }

    private static void Page(Pen pen, List<PdfPiece> pieces, int number, int of)
    {
        var top = Top;
        foreach (var piece in pieces)
        {
            piece.Draw(pen, top);
            top += piece.Height;
        }

        pen.Paragraph(() => pen.Write(ExportTexts.Of["pdf.page", number, of], Face.Text, 9, Ink.Soft, Edge, Height - 13, Room));
    }
}
