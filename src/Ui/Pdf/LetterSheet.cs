using PdfSharp.Drawing;

namespace EventOps.Ui.Pdf;

/// <summary>A business letter on A4, its address where an envelope's window is (DIN 5008, form B); as many pages as it
/// takes.</summary>
public static class LetterSheet
{
    internal const double Left = 25, Room = 165;
    private const double Width = 210, Height = 297, First = 98, Next = 22, Bottom = 262, Foot = 268, Beside = 125;

    /// <summary>Writes the file to a stream that can seek, in the current language.</summary>
    public static void Write(Stream to, LetterContent letter)
    {
        using var paper = new Paper(letter.Title, Language.Current);
        List<List<LetterPiece>>? pages = null;
        for (var at = 0; at < (pages?.Count ?? 1); at++)
        {
            var number = at;
            paper.Page(Width, Height, pen =>
            {
                // Texts are measured with a page's pen, so the first page finds out how many there are.
                pages ??= Pages([.. LetterPieces.Of(pen, letter)], LetterPieces.Head(pen, letter).Height);
                if (number == 0) Top(pen, letter);
                Draw(pen, pages[number], LetterPieces.Head(pen, letter), number == 0 ? First : Next);
                End(pen, letter, number + 1, pages.Count);
            });
        }

        paper.Save(to);
    }

    private static void Top(Pen pen, LetterContent letter)
    {
        pen.Paragraph(() => pen.Write(letter.Sender, Face.Text, 7.5, Ink.Soft, Left, 46, 85));
        var at = 52.0;
        pen.Paragraph(() =>
        {
            foreach (var line in letter.Address) at += pen.Write(line, Face.Text, 11, Ink.Black, Left, at, 85, lines: 2) + 0.4;
        });
        at = 46.0;
        foreach (var (term, description) in letter.Facts)
        {
            pen.Paragraph(() =>
            {
                pen.Write(term, Face.Text, 9, Ink.Soft, Beside, at, 27);
                at += Math.Max(4.2, pen.Write(description, Face.Text, 9, Ink.Black, Beside + 28, at, 37, lines: 3) + 0.6);
            });
        }
    }

    // A row is never parted; where rows go on at the next page, their head stands there again.
    private static List<List<LetterPiece>> Pages(IReadOnlyList<LetterPiece> pieces, double head)
    {
        List<List<LetterPiece>> pages = [[]];
        var (used, most) = (0.0, Bottom - First);
        foreach (var piece in pieces)
        {
            var high = piece.Height + (piece.IsRow && pages[^1].LastOrDefault()?.IsRow != true ? head : 0);
            if (used + high > most && pages[^1].Count > 0)
            {
                pages.Add([]);
                (used, most) = (0, Bottom - Next);
                high = piece.Height + (piece.IsRow ? head : 0);
            }

            pages[^1].Add(piece);
            used += high;
        }

        return pages;
    }

    private static void Draw(Pen pen, List<LetterPiece> pieces, LetterPiece head, double top)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (!pieces[at].IsRow)
            {
                pieces[at].Draw(pen, top);
                top += pieces[at].Height;
                continue;
            }

            List<LetterPiece> rows = [head, .. pieces.Skip(at).TakeWhile(piece => piece.IsRow)];
            pen.Table(() =>
            {
                foreach (var row in rows)
                {
                    row.Draw(pen, top);
                    top += row.Height;
                }
            });
            at += rows.Count - 2;
        }
    }

    private static void End(Pen pen, LetterContent letter, int number, int of)
    {
        pen.Ornament(on => on.DrawLine(new XPen(Ink.Cut.Color, 0.2), Left, Foot - 2, Left + Room, Foot - 2));
        var wide = Room / Math.Max(1, letter.Foot.Count);
        foreach (var (column, text) in letter.Foot.Index())
        {
            var at = Foot;
            pen.Paragraph(() =>
            {
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    at += pen.Write(line, Face.Text, 7.5, Ink.Soft, Left + column * wide, at, wide - 3, lines: 2) + 0.3;
            });
        }

        if (of > 1) pen.Paragraph(
            () => pen.Write(letter.Page(number, of), Face.Text, 8, Ink.Soft, Left + Room, 288, 40, end: true));
    }
}
