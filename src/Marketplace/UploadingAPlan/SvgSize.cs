using System.Globalization;
using System.Xml.Linq;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>How large a drawing says it is, in units of its own.</summary>
internal static class SvgSize
{
    private const double Largest = 1e6;

    /// <summary>Makes width, height and viewBox agree; false where none of them says a size.</summary>
    public static bool Settle(XElement root)
    {
        if (Box(root) is not var (x, y, width, height)) return false;
        root.SetAttributeValue("viewBox", string.Join(' ', new[] { x, y, width, height }.Select(Text)));
        root.SetAttributeValue("width", Text(width));
        root.SetAttributeValue("height", Text(height));
        return true;
    }

    public static (double X, double Y, double Width, double Height)? Box(XElement root)
    {
        var numbers = (root.Attribute("viewBox")?.Value ?? "")
            .Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Number).ToList();
        if (numbers is [{ } x, { } y, { } width, { } height] && IsSize(width) && IsSize(height) && Math.Abs(x) < Largest
            && Math.Abs(y) < Largest)
            return (x, y, width, height);
        return Number(root.Attribute("width")?.Value) is { } w && Number(root.Attribute("height")?.Value) is { } h && IsSize(w)
            && IsSize(h)
            ? (0, 0, w, h) : null;
    }

    /// <summary>The number before a unit such as px or mm; percentages are none.</summary>
    public static double? Number(string? text)
    {
        var digits = (text ?? "").Trim();
        if (digits.EndsWith('%')) return null;
        digits = digits.TrimEnd('p', 'x', 'm', 'c', 't', 'i', 'n', ' ');
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;
    }

    private static bool IsSize(double length) => length is > 0 and < Largest;

    private static string Text(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
