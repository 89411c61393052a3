using PdfSharp.Drawing;

namespace EventOps.Ui.Pdf;

/// <summary>The colours of tokens.css as printers need them: no transparency, threads mixed into their ground.</summary>
internal static class Ink
{
    public static readonly XSolidBrush Black = Brush(0x0E212A);
    public static readonly XSolidBrush Soft = Brush(0x394B53);
    public static readonly XSolidBrush White = Brush(0xFFFFFF);
    public static readonly XSolidBrush Code = Brush(0x000000);
    public static readonly XPen Border = new(Colour(0x000000), 0.8);
    public static readonly XPen Cut = new(Colour(0x5E6F75), 0.2) { DashPattern = [4, 3] };

    private static readonly int[] s_tones = [0x00505C, 0x6A2A52, 0x355224, 0x703A17, 0x34437B, 0x354248];
    private static readonly int[] s_threads = [0x4C848D, 0x976A86, 0x728666, 0x9B755D, 0x717BA3, 0x727B7F];

    private static readonly XSolidBrush[] s_toneBrushes = [.. s_tones.Select(Brush)];
    private static readonly XSolidBrush[] s_threadBrushes = [.. s_threads.Select(Brush)];

    public static XSolidBrush Tone(int tone) => s_toneBrushes[tone - 1];

    public static XSolidBrush Thread(int tone) => s_threadBrushes[tone - 1];

    private static XSolidBrush Brush(int rgb) => new(Colour(rgb));

    private static XColor Colour(int rgb) => XColor.FromArgb(rgb >> 16, (rgb >> 8) & 255, rgb & 255);
}
