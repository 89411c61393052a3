using EventOps.Bench.Measuring;
using EventOps.Ui;
using EventOps.Ui.Pdf;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace EventOps.Bench.References;

/// <summary>The marks of a badge drawn by PDFsharp alone, four on a page: code, six texts, strip.</summary>
public static class BareBadges
{
    private const double Width = 105 * 72 / 25.4, Height = 148.5 * 72 / 25.4;

    public static void Write(IReadOnlyList<BadgeContent> badges)
    {
        using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        using var document = new PdfDocument();
        var (name, text) = (new XFont("SignBold", 25), new XFont("Text", 12)); // the product's own, known since it has written
        foreach (var sheet in badges.Chunk(4))
        {
            var page = document.AddPage();
            (page.Width, page.Height) = (XUnit.FromPoint(2 * Width), XUnit.FromPoint(2 * Height));
            using var graphics = XGraphics.FromPdfPage(page);
            for (var at = 0; at < sheet.Length; at++)
                Draw(graphics, sheet[at], name, text, at % 2 * Width, at / 2 * Height);
        }

        document.Save(file, closeStream: false);
        if (file.Length < 1_000) throw new CannotMeasure("There is no file of badges.");
    }

    private static void Draw(XGraphics graphics, BadgeContent badge, XFont name, XFont text, double x, double y)
    {
        graphics.DrawRectangle(XBrushes.DarkGreen, x, y + Height - 43, Width, 43);
        graphics.DrawString(badge.EventName, text, XBrushes.Black, x + 20, y + 30);
        graphics.DrawString(badge.EventLine, text, XBrushes.Black, x + 200, y + 30);
        graphics.DrawString(badge.GivenName, name, XBrushes.Black, x + 20, y + 150);
        graphics.DrawString(badge.FamilyName, name, XBrushes.Black, x + 20, y + 180);
        graphics.DrawString(badge.Organisation, text, XBrushes.Black, x + 20, y + 210);
        graphics.DrawString(badge.FootNote, text, XBrushes.Black, x + 20, y + 360);
        graphics.DrawString(badge.TypeName, text, XBrushes.White, x + 20, y + Height - 20);
        var code = QrMatrix.Of(badge.QrPayload);
        var state = graphics.Save();
        graphics.TranslateTransform(x + 200, y + 290);
        graphics.ScaleTransform(76.5 / code.Size);
        graphics.DrawRectangles(XBrushes.Black, [.. code.Boxes.Select(box => new XRect(box.X, box.Y, box.Width, box.Height))]);
        graphics.Restore(state);
    }
}
