using System.Globalization;
using System.Text;
using QRCoder;

namespace EventOps.Ui;

/// <summary>The dark modules of a QR code as horizontal runs, four modules of quiet zone included.</summary>
public sealed record QrMatrix(int Size, IReadOnlyList<QrMatrix.Run> Runs)
{
    /// <summary>Dark modules beside each other.</summary>
    public readonly record struct Run(int X, int Y, int Length);

    /// <summary>Encodes with error correction M; upper-case alphanumeric payloads take the least room.</summary>
    public static QrMatrix Of(string payload)
    {
        using var code = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var runs = new List<Run>();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var start = x;
                while (x < rows.Count && rows[y][x]) x++;
                runs.Add(new(start, y, x - start));
            }
        return new(rows.Count, runs);
    }

    /// <summary>The drawing as one SVG path, one unit per module.</summary>
    public string ToPath()
    {
        var path = new StringBuilder(Runs.Count * 14);
        foreach (var run in Runs) path.Append(CultureInfo.InvariantCulture, $"M{run.X} {run.Y}h{run.Length}v1h-{run.Length}z");
        return path.ToString();
    }
}
