namespace EventOps.Ui.Pdf;

/// <summary>Name badges to print: A6, alone or four on a sheet of A4, no margin.</summary>
public static class BadgeSheet
{
    private const double Width = 105, Height = 148.5;
    // QR codes of this many badges are made at a time, on all cores.
    private const int Batch = 64;

    /// <summary>How badges lie on the paper.</summary>
    public enum Sheet
    {
        /// <summary>Four A6 on A4 with lines to cut.</summary>
        FourOnA4,

        /// <summary>One A6 page for each: for badge printers.</summary>
        OneOnA6,
    }

    /// <summary>Writes the file to a stream that can seek.</summary>
    public static void Write(Stream to, IEnumerable<BadgeContent> badges, string title, Sheet layout = Sheet.FourOnA4)
    {
        var alternative = UiTexts.Of["pdf.qr"];
        using var paper = new Paper(title, Language.Current);
        foreach (var batch in badges.Chunk(Batch))
        {
            var codes = batch.AsParallel().AsOrdered().Select(badge => QrMatrix.Of(badge.QrPayload)).ToArray();
            var ready = batch.Zip(codes);
            foreach (var sheet in ready.Chunk(layout is Sheet.OneOnA6 ? 1 : 4)) Draw(paper, sheet, layout, alternative);
        }
        paper.Save(to);
    }

    /// <summary>Whether a name is so long that it is printed smaller; a preview should say so.</summary>
    public static bool StepsDown(BadgeContent badge)
    {
        using var paper = new Paper("", Language.Current);
        var down = false;
        paper.Page(Width, Height, pen => down = new BadgeDrawing(pen, badge).StepsDown);
        return down;
    }

    private static void Draw(Paper paper, (BadgeContent Badge, QrMatrix Code)[] sheet, Sheet layout, string alternative) =>
        paper.Page(layout is Sheet.OneOnA6 ? Width : 2 * Width, layout is Sheet.OneOnA6 ? Height : 2 * Height, pen =>
        {
            for (var at = 0; at < sheet.Length; at++)
                new BadgeDrawing(pen, sheet[at].Badge).Draw(sheet[at].Code, alternative, at % 2 * Width, at / 2 * Height);
            if (layout is Sheet.FourOnA4) pen.Ornament(CutLines);
        });

    private static void CutLines(PdfSharp.Drawing.XGraphics on)
    {
        on.DrawLine(Ink.Cut, Width, 0, Width, 2 * Height);
        on.DrawLine(Ink.Cut, 0, Height, 2 * Width, Height);
    }
}
