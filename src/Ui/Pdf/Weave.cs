using PdfSharp.Drawing;

namespace EventOps.Ui.Pdf;

/// <summary>The threads at the end of a strip, one pattern for each tone, so that a grey printer is enough.</summary>
internal static class Weave
{
    /// <summary>Draws it into a box, in millimetres.</summary>
    public static void Draw(XGraphics on, int tone, XRect box)
    {
        if (tone is < 1 or > 5) return;
        var state = on.Save();
        on.IntersectClip(box);
        on.DrawPath(Ink.Thread(tone), Threads(tone, box));
        on.Restore(state);
    }

    private static XGraphicsPath Threads(int tone, XRect box)
    {
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        switch (tone)
        {
            case 1: Each(box, 2.6, 2.6, (x, y) => Polygon(path, (x, y - 1.3), (x + 1.3, y), (x, y + 1.3), (x - 1.3, y))); break;
            case 2:
                Each(new(box.X - box.Height, box.Y, box.Width + box.Height, 0.1), 2.9, 9,
                    (x, y) => Polygon(path,
                        (x, y + box.Height), (x + box.Height, y), (x + box.Height + 1.1, y), (x + 1.1, y + box.Height)));
                break;
            case 3: Each(box, 2.1, 2.1, (x, y) => path.AddEllipse(x + 0.5, y + 0.5, 1.1, 1.1)); break;
            case 4: Each(new(box.X, box.Y, box.Width, 0.1), 1.85, 9, (x, y) => path.AddRectangle(x, y, 0.53, box.Height)); break;
            case 5: Each(new(box.X, box.Y, 0.1, box.Height), 9, 1.6, (x, y) => path.AddRectangle(x, y, box.Width, 0.53)); break;
        }
        return path;
    }

    private static void Each(XRect box, double stepX, double stepY, Action<double, double> draw)
    {
        for (var y = box.Y; y < box.Bottom; y += stepY)
            for (var x = box.X; x < box.Right; x += stepX)
                draw(x, y);
    }

    private static void Polygon(XGraphicsPath path, params ReadOnlySpan<(double X, double Y)> corners)
    {
        var points = new XPoint[corners.Length];
        for (var at = 0; at < corners.Length; at++) points[at] = new(corners[at].X, corners[at].Y);
        path.AddPolygon(points);
    }
}
