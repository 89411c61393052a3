using EventOps.Marketplace.ShowingThePlan;
using EventOps.Ui;
using EventOps.Ui.Pdf;

namespace EventOps.Marketplace.Directory;

/// <summary>What stands on one sign.</summary>
/// <param name="Stand">Whose sign it is.</param>
/// <param name="Name">Who is there; empty: nobody yet.</param>
/// <param name="Link">What the code opens.</param>
public sealed record SignContent(StandView Stand, string Name, string Link);

/// <summary>Signs for the stands, one a page: the number, who is there, and a code that opens the stand's page.</summary>
public static class SignSheet
{
    private const double Width = 210, Height = 297, Edge = 18, StripHeight = 30;

    /// <summary>Writes A4, or the same at half the size on A5.</summary>
    public static byte[] Write(string eventName, IReadOnlyList<SignContent> signs, bool small)
    {
        var scale = small ? Math.Sqrt(0.5) : 1;
        using var paper = new Paper(DirectoryTexts.Of["signs.title", eventName], Language.Current, Width * scale,
            StripHeight * scale);
        foreach (var sign in signs) paper.Page(Width * scale, Height * scale, pen => Draw(pen, eventName, sign, scale));
        using var file = new MemoryStream();
        paper.Save(file);
        return file.ToArray();
    }

    private static void Draw(Pen pen, string eventName, SignContent sign, double scale)
    {
        var room = (Width - 2 * Edge) * scale;
        double At(double millimetres) => millimetres * scale;
        pen.Strip(sign.Stand.Weave, 0, At(Height - StripHeight));
        pen.Group(() =>
        {
            pen.Paragraph(() => pen.Write(eventName, Face.SignBold, 20 * scale, Ink.Soft, At(Edge), At(20), room, lines: 1));
            pen.Heading(() => Centre(pen, sign.Stand.Number, 190, 38, scale));
            if (sign.Name.Length > 0) pen.Paragraph(() =>
                pen.Write(sign.Name, Face.SignBold, 38 * scale, Ink.Black, At(Edge), At(122), room, lines: 2));
            var side = At(88);
            pen.Qr(QrMatrix.Of(sign.Link), DirectoryTexts.Of["signs.code", sign.Stand.Number], (Width * scale - side) / 2,
                At(160), side);
            pen.Paragraph(() => Centre(pen, DirectoryTexts.Of["signs.scan"], 15, 250, scale, Face.Text));
            if (sign.Stand.Category is { } category)
                pen.Paragraph(() => pen.Write(category.Name.ToString(), Face.SignBold, 24 * scale, Ink.White, At(Edge),
                    At(Height - StripHeight / 2 - 4), room, lines: 1));
        });
    }

    private static void Centre(Pen pen, string text, double size, double top, double scale, Face face = Face.SignBold)
    {
        var (fit, chosen) = pen.Set(text, face, size * scale, (Width - 2 * Edge) * scale, 1);
        pen.Lines(fit, chosen, Ink.Black, (Width * scale - pen.Width(fit, chosen)) / 2, top * scale);
    }
}
