using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace EventOps.Ui.Pdf;

/// <summary>Draws on one page in millimetres from its top left corner, and tags what it draws for screen readers.</summary>
internal sealed class Pen(XGraphics graphics, StructureBuilder tags, Paper paper, double pageHeight)
{
    public const double Point = 72 / 25.4;

    /// <summary>What belongs together, such as one badge of a sheet.</summary>
    public void Group(Action draw) => Tagged(() => tags.BeginElement(PdfGroupingElementTag.Article), draw);

    public void Heading(Action draw) => Tagged(() => tags.BeginElement(PdfBlockLevelElementTag.Heading1), draw);

    /// <summary>A heading below the page's first.</summary>
    public void Subheading(Action draw) => Tagged(() => tags.BeginElement(PdfBlockLevelElementTag.Heading2), draw);

    public void Table(Action draw) => Tagged(() => tags.BeginElement(PdfBlockLevelElementTag.Table), draw);

    public void Row(Action draw) => Tagged(() => tags.BeginElement(PdfBlockLevelElementTag.TableRow), draw);

    public void Cell(bool head, Action draw) => Tagged(
        () => tags.BeginElement(head ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell), draw);

    public void Paragraph(Action draw) => Tagged(() => tags.BeginElement(PdfBlockLevelElementTag.Paragraph), draw);

    /// <summary>A picture with the words that stand for it.</summary>
    public void Figure(string words, double x, double y, double width, double height, Action draw)
    {
        var bottom = pageHeight - (y + height) * Point;
        var box = new XRect(x * Point, bottom, width * Point, height * Point);
        Tagged(() => tags.BeginElement(PdfIllustrationElementTag.Figure, words, box), draw);
    }

    /// <summary>What readers pass over: lines, grounds, weaves.</summary>
    public void Ornament(Action<XGraphics> draw) => Tagged(tags.BeginArtifact, () =>
    {
        var state = graphics.Save();
        graphics.ScaleTransform(Point);
        draw(graphics);
        graphics.Restore(state);
    });

    /// <summary>The strip of a tone, in millimetres as the paper was made for.</summary>
    public void Strip(int tone, double x, double y) => Tagged(tags.BeginArtifact,
        () => graphics.DrawImage(paper.Strips[tone], x * Point, y * Point));

    /// <summary>Lines of text below each other; returns how high they are in millimetres.</summary>
    public double Lines(
        Fit fit, Face face, XBrush ink, double x, double top, double leading = 1.15, bool end = false)
    {
        var font = paper.Fonts[face, fit.Size];
        for (var at = 0; at < fit.Lines.Count; at++)
        {
            var left = end ? x * Point - graphics.MeasureString(fit.Lines[at], font).Width : x * Point;
            // Whoever listens hears the lines as one text.
            var line = at == fit.Lines.Count - 1 || fit.Lines[at].EndsWith('-') ? fit.Lines[at] : $"{fit.Lines[at]} ";
            graphics.DrawString(line, font, ink, left, top * Point + fit.Size * (0.8 + at * leading));
        }
        return fit.Lines.Count * fit.Size * leading / Point;
    }

    /// <summary>Fits a text into a width; letters that do not print are left away.</summary>
    public (Fit Fit, Face Face) Set(string text, Face face, double size, double width, int lines)
    {
        text = Printable(text);
        face = paper.Fonts.For(face, text);
        var font = paper.Fonts[face, 100];
        return (Fit.Into(text, size, width * Point, lines, part => graphics.MeasureString(part, font).Width / 100), face);
    }

    /// <summary>The width of the first line, in millimetres.</summary>
    public double Width(Fit fit, Face face) => graphics.MeasureString(fit.Lines[0], paper.Fonts[face, fit.Size]).Width / Point;

    /// <summary>Writes a text that fits into a width; returns how high it is.</summary>
    public double Write(
        string text, Face face, double size, XBrush ink, double x, double top, double width, int lines = 1, bool end = false)
    {
        if (text.Length == 0) return 0;
        var (fit, chosen) = Set(text, face, size, width, lines);
        return Lines(fit, chosen, ink, x, top, end: end);
    }

    /// <summary>A QR code with its quiet zone in a square.</summary>
    public void Qr(QrMatrix code, string words, double x, double y, double side) => Figure(words, x, y, side, side, () =>
    {
        var module = side * Point / code.Size;
        // PDF counts from the bottom of the page. Moved by a fraction of a module, all numbers are whole and the file stays
        // small.
        var top = (pageHeight - Math.Round((pageHeight - 2 * y * Point) / module) * module) / 2;
        var state = graphics.Save();
        graphics.TranslateTransform(x * Point, top);
        graphics.ScaleTransform(module);
        graphics.DrawRectangles(Ink.Code, [.. code.Boxes.Select(box => new XRect(box.X, box.Y, box.Width, box.Height))]);
        graphics.Restore(state);
    });

    private void Tagged(Action begin, Action draw)
    {
        begin();
        draw();
        tags.End();
    }

    private static string Printable(string text) => string.Concat(text.Normalize().Where(letter =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
}
