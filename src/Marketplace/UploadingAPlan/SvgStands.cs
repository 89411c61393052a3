using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>Stands that a drawing brings along: rectangles with ids in a group "stands", measured where they are seen.</summary>
public static partial class SvgStands
{
    /// <summary>Number and place of each, in metres on a floor that is as wide as given.</summary>
    public static IReadOnlyList<(string Number, Box Box)> Find(PlanSvg svg, decimal floorWidth)
    {
        var group = svg.Root.Descendants(Svg.Space + "g")
            .FirstOrDefault(g => string.Equals(g.Attribute("id")?.Value, "stands", StringComparison.OrdinalIgnoreCase));
        if (group is null || SvgSize.Box(svg.Root) is not var (left, top, width, _)) return [];
        var metres = (double)floorWidth / width;
        var found = new List<(string, Box)>();
        foreach (var rect in group.Descendants(Svg.Space + "rect"))
        {
            if (rect.Attribute("id")?.Value is not { } id || StandNumber.Tidy(id) is not { } number
                || Corners(rect) is not { Count: 4 } corners) continue;
            var turned = Way(rect);
            var (xs, ys) = (corners.Select(c => turned.X(c.X, c.Y)).ToList(), corners.Select(c => turned.Y(c.X, c.Y)).ToList());
            var box = new Box(
                Round((xs.Min() - left) * metres), Round((ys.Min() - top) * metres),
                Round((xs.Max() - xs.Min()) * metres), Round((ys.Max() - ys.Min()) * metres));
            if (box is { Width: >= 0.5m and <= 100, Depth: >= 0.5m and <= 100 }) found.Add((number, box));
        }

        return found;
    }

    private static List<(double X, double Y)>? Corners(XElement rect)
    {
        double? Of(string name) => rect.Attribute(name) is { } given ? SvgSize.Number(given.Value) : 0;
        return (Of("x"), Of("y"), Of("width"), Of("height")) is ({ } x, { } y, { } w, { } h)
            ? [(x, y), (x + w, y), (x, y + h), (x + w, y + h)] : null;
    }

    // From the drawing inwards: each group's transform lies around those within.
    private static Matrix Way(XElement rect) => rect.AncestorsAndSelf().Reverse()
        .Select(element => element.Attribute("transform")?.Value).OfType<string>()
        .Aggregate(Matrix.None, (outer, text) => Steps(text).Aggregate(outer, (all, step) => all.Then(step)));

    private static IEnumerable<Matrix> Steps(string transform) => Call().Matches(transform).Select(call =>
    {
        var n = call.Groups[2].Value.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .ToArray();
        return (call.Groups[1].Value, n) switch
        {
            ("matrix", [var a, var b, var c, var d, var e, var f]) => new Matrix(a, b, c, d, e, f),
            ("translate", [var x]) => new(1, 0, 0, 1, x, 0),
            ("translate", [var x, var y]) => new(1, 0, 0, 1, x, y),
            ("scale", [var both]) => new(both, 0, 0, both, 0, 0),
            ("scale", [var x, var y]) => new(x, 0, 0, y, 0, 0),
            ("rotate", [var by]) => Matrix.Turn(by),
            ("rotate", [var by, var x, var y]) =>
            new Matrix(1, 0, 0, 1, x, y).Then(Matrix.Turn(by)).Then(new(1, 0, 0, 1, -x, -y)),
            _ => Matrix.None,
        };
    });

    private static decimal Round(double metres) => Math.Abs(metres) < 10_000 ? Math.Round((decimal)metres, 2) : 10_000;

    [GeneratedRegex(@"(\w+)\s*\(([^)]*)\)")]
    private static partial Regex Call();

    private readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
    {
        public static Matrix None => new(1, 0, 0, 1, 0, 0);

        public static Matrix Turn(double degrees)
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            return new(cos, sin, -sin, cos, 0, 0);
        }

        public Matrix Then(Matrix m) => new(
            A * m.A + C * m.B, B * m.A + D * m.B, A * m.C + C * m.D, B * m.C + D * m.D, A * m.E + C * m.F + E,
            B * m.E + D * m.F + F);

        public double X(double x, double y) => A * x + C * y + E;

        public double Y(double x, double y) => B * x + D * y + F;
    }
}
