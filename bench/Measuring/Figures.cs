using System.Globalization;

namespace EventOps.Bench.Measuring;

/// <summary>Prints what was measured, in lines that scripts read: <c>FIGURE append.16.ratio 1.52 x</c>.</summary>
public sealed class Figures(string bench, TextWriter output)
{
    public void Print(string name, double number, string unit) =>
        output.WriteLine($"FIGURE {bench}.{name} {Short(number)} {unit}");

    /// <summary>A figure whose goal is a least value.</summary>
    public void AtLeast(string name, double number, double goal, string unit)
    {
        Print(name, number, unit);
        Judge(name, number, ">=", goal, number >= goal);
    }

    /// <summary>A figure whose goal is a largest value.</summary>
    public void AtMost(string name, double number, double goal, string unit)
    {
        Print(name, number, unit);
        Judge(name, number, "<=", goal, number <= goal);
    }

    private void Judge(string name, double number, string sign, double goal, bool kept) =>
        output.WriteLine($"GOAL {bench}.{name} {Short(number)} {sign} {Short(goal)} {(kept ? "kept" : "missed")}");

    private static string Short(double number) =>
        number.ToString(Math.Abs(number) >= 100 ? "0" : "0.###", CultureInfo.InvariantCulture);
}
