using System.Buffers;
using System.Collections.Frozen;
using System.Xml.Linq;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>What of SVG may be in a plan: shapes, words and paint. Whatever is not named here is left away.</summary>
public static class Svg
{
    public static readonly XNamespace Space = "http://www.w3.org/2000/svg";
    public static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    /// <summary>Elements of which letters are kept.</summary>
    public static readonly FrozenSet<string> Words = Set("text tspan textPath title desc");

    /// <summary>What is drawn over and over wherever it is referred to: a reference inside could grow without end.</summary>
    public static readonly FrozenSet<string> Repeated = Set("pattern mask marker clipPath symbol");

    private static readonly FrozenSet<string> s_elements = Set(
        "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc image " +
        "linearGradient radialGradient stop pattern clipPath mask marker");

    private static readonly FrozenSet<string> s_paint = Set(
        "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap " +
        "stroke-linejoin stroke-miterlimit opacity color display visibility font-family font-size font-style font-weight " +
        "font-stretch font-variant text-anchor text-decoration letter-spacing word-spacing dominant-baseline alignment-baseline " +
        "baseline-shift writing-mode stop-color stop-opacity clip-path clip-rule mask marker-start marker-mid marker-end " +
        "paint-order vector-effect shape-rendering text-rendering image-rendering");

    private static readonly FrozenSet<string> s_shape = Set(
        "id x y width height cx cy r rx ry x1 y1 x2 y2 fx fy d points transform viewBox preserveAspectRatio dx dy rotate " +
        "textLength lengthAdjust startOffset offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits " +
        "patternTransform clipPathUnits maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY orient " +
        "pathLength version");

    public static bool HasElement(string name) => s_elements.Contains(name);

    public static bool IsPaint(string name) => s_paint.Contains(name);

    public static bool HasAttribute(string name) => s_shape.Contains(name) || s_paint.Contains(name);

    /// <summary>A value that loads nothing: no escapes, and url() only within the drawing.</summary>
    public static bool IsHarmless(string value)
    {
        if (value.Contains('\\', StringComparison.Ordinal) || value.Contains("/*", StringComparison.Ordinal)) return false;
        for (var at = 0; (at = value.IndexOf('(', at)) >= 0; at++)
        {
            var name = value[..at].TrimEnd();
            if (name.EndsWith("url", StringComparison.OrdinalIgnoreCase) && Target(value[at..]) is null) return false;
            if (s_loading.Any(call => name.EndsWith(call, StringComparison.OrdinalIgnoreCase))) return false;
        }

        return true;
    }

    /// <summary>"#id": something of this drawing.</summary>
    public static bool IsLocal(string target) =>
        target.Length > 1 && target[0] == '#' && !target.AsSpan(1).ContainsAny(s_notInIds);

    /// <summary>Whether the value refers to another element, as paint does.</summary>
    public static bool Refers(string value) => value.Contains("url", StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> s_notInIds = SearchValues.Create(" \"'():/\\");

    private static readonly string[] s_loading = ["image", "image-set", "src", "element", "expression", "attr", "var", "env"];

    // "(#id)", with or without quotes.
    private static string? Target(string call)
    {
        var end = call.IndexOf(')', StringComparison.Ordinal);
        if (end < 0) return null;
        var inside = call[1..end].Trim().Trim('"', '\'').Trim();
        return IsLocal(inside) ? inside[1..] : null;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
