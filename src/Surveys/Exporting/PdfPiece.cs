using EventOps.Surveys.Statistics;
using EventOps.Ui.Pdf;
using PdfSharp.Drawing;

namespace EventOps.Surveys.Exporting;

/// <summary>What is never parted by the end of a page: a heading, a paragraph, a table.</summary>
/// <param name="Height">In millimetres, with the space below it.</param>
/// <param name="Draw">Given the pen and where it begins.</param>
internal sealed record PdfPiece(double Height, Action<Pen, double> Draw)
{
    private const double Edge = ReportPdf.Edge, Room = ReportPdf.Room;

    public static PdfPiece Space(double height) => new(height, (_, _) => { });

    public static PdfPiece Heading(Pen pen, string text)
    {
        var (fit, face) = pen.Set(text, Face.SignBold, 24, Room, 4);
        return new(High(fit) + 3, (on, top) => on.Heading(() => on.Lines(fit, face, Ink.Black, Edge, top)));
    }

    /// <summary>The words of a question, below a line.</summary>
    public static PdfPiece Subheading(Pen pen, string text)
    {
        var (fit, face) = pen.Set(text, Face.SignBold, 15, Room, 6);
        return new(High(fit) + 5, (on, top) =>
        {
            on.Ornament(graphics => graphics.DrawLine(new XPen(Ink.Black.Color, 0.5), Edge, top, Edge + Room, top));
            on.Subheading(() => on.Lines(fit, face, Ink.Black, Edge, top + 3));
        });
    }

    public static PdfPiece Text(Pen pen, string text, bool soft = false, bool bold = false)
    {
        var (fit, face) = pen.Set(text, bold ? Face.TextBold : Face.Text, 10, Room, 40);
        return new(High(fit) + 1.6, (on, top) => on.Paragraph(() => on.Lines(fit, face, soft ? Ink.Soft : Ink.Black, Edge, top)));
    }

    private static double High(Fit fit) => fit.Lines.Count * fit.Size * 1.15 / Pen.Point;
}

/// <summary>One row of a table: cells, and the share that is drawn beside them.</summary>
internal sealed record PdfRow(IReadOnlyList<string> Cells, Proportion? Share, bool IsHead = false);

/// <summary>A table whose rows show a bar with its interval; the numbers beside it say the same.</summary>
internal static class PdfTable
{
    private const double Edge = ReportPdf.Edge, Room = ReportPdf.Room, Gap = 2, Number = 17, Range = 36, Bar = 46, Least = 6.4,
        Most = 200;
    private static readonly XPen s_line = new(Ink.Cut.Color, 0.15), s_range = new(Ink.Black.Color, 0.5),
        s_halo = new(Ink.White.Color, 1.3);

    /// <summary>A table longer than a page goes on in a further one with the same head.</summary>
    public static IEnumerable<PdfPiece> Of(Pen pen, IReadOnlyList<string> head, IReadOnlyList<PdfRow> rows)
    {
        double[] widths = [.. head.Skip(1).Select((_, at) => at == head.Count - 2 && head.Count > 3 ? Range : Number)];
        var first = Room - widths.Sum() - Bar - Gap * head.Count;
        var top = Row(pen, new(head, null, IsHead: true), first, widths);
        var part = new List<PdfPiece> { top };
        foreach (var row in rows.Select(row => Row(pen, row, first, widths)))
        {
            if (part.Sum(one => one.Height) + row.Height > Most)
            {
                yield return Table(part);
                part = [top];
            }

            part.Add(row);
        }

        yield return Table(part);
    }

    private static PdfPiece Table(IReadOnlyList<PdfPiece> rows) =>
        new(rows.Sum(row => row.Height) + 3, (on, top) => on.Table(() =>
    {
        foreach (var row in rows)
        {
            row.Draw(on, top);
            top += row.Height;
        }
    }));

    private static PdfPiece Row(Pen pen, PdfRow row, double first, double[] widths)
    {
        var face = row.IsHead ? Face.TextBold : Face.Text;
        var (name, nameFace) = pen.Set(row.Cells[0], row.IsHead ? Face.TextBold : Face.Text, 9.5, first, 8);
        var high = Math.Max(Least, name.Lines.Count * name.Size * 1.15 / Pen.Point + 2.4);
        return new(high, (on, top) => on.Row(() =>
        {
            on.Cell(head: true, () => on.Lines(name, nameFace, Ink.Black, Edge, top + 1.2));
            if (row.Share is { Share: { } share } known) on.Ornament(graphics =>
                Draw(graphics, share, known.Interval, Edge + first + Gap, top + high / 2));
            var right = Edge + first + Gap + Bar;
            foreach (var (at, cell) in row.Cells.Skip(1).Index())
            {
                right += widths[at] + Gap;
                var end = right;
                on.Cell(row.IsHead, () => on.Write(cell, face, 9.5, Ink.Black, end, top + 1.2, widths[at], end: true));
            }

            on.Ornament(graphics => graphics.DrawLine(s_line, Edge, top + high, Edge + Room, top + high));
        }));
    }

    private static void Draw(XGraphics on, double share, Interval? interval, double x, double middle)
    {
        on.DrawRectangle(Ink.Tone(1), x, middle - 1.6, Bar * share, 3.2);
        on.DrawRectangle(s_line, x, middle - 1.6, Bar, 3.2);
        if (interval is not { } sure) return;
        var (low, high) = (x + Bar * sure.Low, x + Bar * sure.High);
        on.DrawLine(s_halo, low, middle, high, middle);
        on.DrawLine(s_range, low, middle, high, middle);
        on.DrawLine(s_range, low, middle - 1.2, low, middle + 1.2);
        on.DrawLine(s_range, high, middle - 1.2, high, middle + 1.2);
    }
}
