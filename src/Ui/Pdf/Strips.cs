using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace EventOps.Ui.Pdf;

/// <summary>The strips of a file, colour and weave: each drawn once and then only placed.</summary>
internal sealed class Strips
{
    private readonly XForm[] _forms;

    public Strips(PdfDocument document, double width, double height) =>
        _forms = [.. Enumerable.Range(1, 6).Select(tone => Draw(document, tone, width, height))];

    /// <summary>Six tones; what lies outside counts as the nearest.</summary>
    public XForm this[int tone] => _forms[Math.Clamp(tone, 1, 6) - 1];

    private static XForm Draw(PdfDocument document, int tone, double width, double height)
    {
        var form = new XForm(document, XUnit.FromMillimeter(width), XUnit.FromMillimeter(height));
        using var graphics = XGraphics.FromForm(form);
        graphics.ScaleTransform(Pen.Point);
        graphics.DrawRectangle(Ink.Tone(tone), 0, 0, width, height);
        Weave.Draw(graphics, tone, new(width - 19, 0, 19, height));
        return form;
    }
}
