using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EventOps.Ui.Pdf;

/// <summary>A text broken into lines at a size at which all of it fits.</summary>
internal sealed record Fit(double Size, IReadOnlyList<string> Lines)
{
    private const double Smallest = 7;

    /// <summary>
    /// The largest size, at most <paramref name="size"/>, at which the text takes no more lines and width than given. Nothing is
    /// cut.
    /// </summary>
    /// <param name="text">Is broken at spaces and after hyphens; a very long word anywhere.</param>
    /// <param name="size">In points, as the widths are.</param>
    /// <param name="width">Of the room.</param>
    /// <param name="lines">At most, above the smallest size.</param>
    /// <param name="unit">The width of a text per point of size.</param>
    public static Fit Into(string text, double size, double width, int lines, Func<string, double> unit)
    {
        var least = Math.Max(Smallest, size * 0.6);
        return Down(Pieces(text), size, least, width, lines, unit)
            ?? Down(Letters(text), least, Smallest, width, lines + 1, unit)
            ?? new(Math.Min(Smallest, width / unit(text)), [text]);
    }

    private static Fit? Down(
        IReadOnlyList<string> pieces, double size, double least, double width, int lines, Func<string, double> unit)
    {
        for (; size >= least; size -= 0.5)
            if (Wrap(pieces, size, width, unit) is { } wrapped && wrapped.Count <= lines)
                return new(size, wrapped);
        return null;
    }

    private static List<string>? Wrap(IReadOnlyList<string> pieces, double size, double width, Func<string, double> unit)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && unit(line + piece.TrimEnd()) * size > width)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }
            if (line.Length == 0 && unit(piece.TrimEnd()) * size > width) return null;
            line.Append(piece);
        }
        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    // One long word: better broken anywhere than too small to read.
    private static List<string> Letters(string text) => [.. Elements(text)];

    private static List<string> Pieces(string text) =>
        [.. Regex.Matches(text, @"[^\s\-/]*(?:[\-/]+|\s+|$)").Select(match => match.Value).Where(piece => piece.Length > 0)];

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
            yield return elements.GetTextElement();
    }
}
