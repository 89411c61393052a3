using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace EventOps.Ui;

/// <summary>The dark modules of a QR code covered by few rectangles, four modules of quiet zone included in the size.</summary>
public sealed record QrMatrix(int Size, IReadOnlyList<QrMatrix.Box> Boxes)
{
    /// <summary>
    /// A rectangle of dark modules; rectangles may overlap, which also closes the seams that thin lines leave between neighbours.
    /// </summary>
    public readonly record struct Box(int X, int Y, int Width, int Height);

    /// <summary>Encodes with error correction M; upper-case alphanumeric payloads take the least room.</summary>
    public static QrMatrix Of(string payload)
    {
        using var code = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        return new(code.ModuleMatrix.Count, Cover(code.ModuleMatrix));
    }

    /// <summary>The drawing as one SVG path, one unit per module.</summary>
    public string ToPath()
    {
        var path = new StringBuilder(Boxes.Count * 14);
        foreach (var box in Boxes)
            path.Append(CultureInfo.InvariantCulture, $"M{box.X} {box.Y}h{box.Width}v{box.Height}h-{box.Width}z");
        return path.ToString();
    }

    // The quiet zone is light, so no walk along dark modules leaves the matrix.
    private static List<Box> Cover(List<BitArray> dark)
    {
        var covered = new bool[dark.Count, dark.Count];
        var boxes = new List<Box>(dark.Count * dark.Count / 6);
        for (var y = 0; y < dark.Count; y++)
            for (var x = 0; x < dark.Count; x++)
            {
                if (!dark[y][x] || covered[y, x]) continue;
                var (wide, high) = (Wide(dark, x, y), High(dark, x, y));
                var box = Fresh(wide, covered) >= Fresh(high, covered) ? wide : high;
                Each(box, (column, row) => covered[row, column] = true);
                boxes.Add(box);
            }
        return boxes;
    }

    private static Box Wide(List<BitArray> dark, int x, int y)
    {
        var (left, right, top, bottom) = (x, x + 1, y, y + 1);
        while (dark[y][left - 1]) left--;
        while (dark[y][right]) right++;
        while (Row(top - 1)) top--;
        while (Row(bottom)) bottom++;
        return new(left, top, right - left, bottom - top);

        bool Row(int row)
        {
            for (var at = left; at < right; at++)
                if (!dark[row][at]) return false;
            return true;
        }
    }

    private static Box High(List<BitArray> dark, int x, int y)
    {
        var (left, right, top, bottom) = (x, x + 1, y, y + 1);
        while (dark[top - 1][x]) top--;
        while (dark[bottom][x]) bottom++;
        while (Column(left - 1)) left--;
        while (Column(right)) right++;
        return new(left, top, right - left, bottom - top);

        bool Column(int column)
        {
            for (var at = top; at < bottom; at++)
                if (!dark[at][column]) return false;
            return true;
        }
    }

    private static int Fresh(Box box, bool[,] covered)
    {
        var count = 0;
        Each(box, (column, row) => count += covered[row, column] ? 0 : 1);
        return count;
    }

    private static void Each(Box box, Action<int, int> visit)
    {
        for (var row = box.Y; row < box.Y + box.Height; row++)
            for (var column = box.X; column < box.X + box.Width; column++)
                visit(column, row);
    }
}
