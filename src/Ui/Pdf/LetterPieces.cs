using PdfSharp.Drawing;

namespace EventOps.Ui.Pdf;

/// <summary>What is never parted by the end of a page.</summary>
/// <param name="Height">In millimetres, with the space below it.</param>
/// <param name="Draw">Given the pen and where it begins.</param>
/// <param name="IsRow">Whether it belongs to the table.</param>
internal sealed record LetterPiece(double Height, Action<Pen, double> Draw, bool IsRow = false);

/// <summary>The parts of a letter below its address, in order.</summary>
internal static class LetterPieces
{
    private const double Left = LetterSheet.Left, Room = LetterSheet.Room, Number = 25, Gap = 2, Least = 6, CodeSide = 38;
    private static readonly XPen s_line = new(Ink.Cut.Color, 0.15), s_strong = new(Ink.Black.Color, 0.4);

    public static IEnumerable<LetterPiece> Of(Pen pen, LetterContent letter)
    {
        var (title, face) = pen.Set(letter.Title, Face.SignBold, 20, Room, 3);
        yield return new(High(title) + 4, (on, top) => on.Heading(() => on.Lines(title, face, Ink.Black, Left, top)));
        foreach (var text in letter.Intro) yield return Text(pen, text, Room);
        yield return new(2, (_, _) => { });
        foreach (var row in letter.Rows) yield return Row(pen, letter.Head.Count, row, isHead: false);
        yield return new(2, (_, _) => { });
        foreach (var sum in letter.Sums) yield return Sum(pen, sum);
        yield return new(4, (_, _) => { });
        foreach (var text in letter.Outro) yield return Text(pen, text, Room);
        if (letter.Code is { } code) yield return Code(pen, code);
    }

    public static LetterPiece Head(Pen pen, LetterContent letter) => Row(pen, letter.Head.Count, letter.Head, isHead: true);

    private static LetterPiece Text(Pen pen, string text, double width)
    {
        var (fit, face) = pen.Set(text, Face.Text, 10, width, 30);
        return new(High(fit) + 2, (on, top) => on.Paragraph(() => on.Lines(fit, face, Ink.Black, Left, top)));
    }

    private static LetterPiece Row(Pen pen, int columns, IReadOnlyList<string> cells, bool isHead)
    {
        var face = isHead ? Face.TextBold : Face.Text;
        var wide = Room - (columns - 1) * (Number + Gap);
        var (name, nameFace) = pen.Set(cells[0], face, 9.5, wide, 8);
        var high = Math.Max(Least, High(name) + 2.4);
        return new(high, (on, top) => on.Row(() =>
        {
            on.Cell(isHead, () => on.Lines(name, nameFace, Ink.Black, Left, top + 1.2));
            foreach (var (at, cell) in cells.Skip(1).Index())
            {
                var end = Left + wide + (at + 1) * (Number + Gap);
                on.Cell(isHead, () => on.Write(cell, face, 9.5, Ink.Black, end, top + 1.2, Number, end: true));
            }

            on.Ornament(graphics => graphics.DrawLine(isHead ? s_strong : s_line, Left, top + high, Left + Room, top + high));
        }), !isHead);
    }

    private static LetterPiece Sum(Pen pen, LetterSum sum)
    {
        var face = sum.IsStrong ? Face.TextBold : Face.Text;
        var (label, labelFace) = pen.Set(sum.Label, face, 10, Room - 40, 3);
        return new(High(label) + 1.6, (on, top) => on.Paragraph(() =>
        {
            // A screen reader hears name and amount as one paragraph.
            on.Lines(label, labelFace, Ink.Black, Left + Room - 34, top, end: true);
            on.Write(sum.Amount, face, 10, Ink.Black, Left + Room, top, 32, end: true);
        }));
    }

    private static LetterPiece Code(Pen pen, LetterCode code)
    {
        const double Beside = Left + CodeSide + 6, Wide = Room - CodeSide - 6;
        var matrix = QrMatrix.Of(code.Payload);
        var lines = code.Lines.Select(line => pen.Set($"{line.Term}: {line.Description}", Face.Text, 9.5, Wide, 3)).ToList();
        var high = Math.Max(CodeSide, 8 + lines.Sum(line => High(line.Fit) + 1));
        return new(high + 3, (on, top) =>
        {
            on.Qr(matrix, code.Words, Left, top, CodeSide);
            on.Subheading(() => on.Write(code.Heading, Face.SignBold, 13, Ink.Black, Beside, top + 1, Wide, lines: 2));
            var at = top + 8;
            foreach (var (fit, face) in lines)
                on.Paragraph(() => at += on.Lines(fit, face, Ink.Black, Beside, at) + 1);
        });
    }

    private static double High(Fit fit) => fit.Lines.Count * fit.Size * 1.15 / Pen.Point;
}
