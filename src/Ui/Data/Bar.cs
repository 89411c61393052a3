using System.Globalization;

namespace EventOps.Ui;

/// <summary>One bar of a <see cref="BarChart"/>, with last year's value where there is one.</summary>
public sealed record Bar(string Label, double Value, double? Past = null);

/// <summary>Where the bars of a chart stand: from zero, at most four lines, room for each label.</summary>
internal sealed class BarScale
{
    private static readonly double[] s_nice = [1, 2, 5, 10];
    private const double Left = 34, Right = 620, Top = 20;
    private readonly double _slot;
    private readonly bool _pairs;

    public BarScale(IReadOnlyList<Bar> bars, double? limit)
    {
        var highest = Math.Max(1, bars.Select(bar => Math.Max(bar.Value, bar.Past ?? 0)).Append(limit ?? 0).Max());
        Step = NiceStep(highest / 3);
        Highest = Math.Ceiling(highest / Step) * Step;
        _slot = (Right - Left) / Math.Max(1, bars.Count);
        _pairs = bars.Any(bar => bar.Past is not null);
        LabelEvery = (int)Math.Ceiling(bars.Count / 14.0);
    }

    public const double Floor = 206;
    public double Step { get; }
    public double Highest { get; }
    public int LabelEvery { get; }
    public double BarWidth => Math.Min(50, _slot * 0.7) / (_pairs ? 2 : 1);
    public IEnumerable<double> Lines => Enumerable.Range(0, (int)Math.Round(Highest / Step) + 1).Select(n => n * Step);

    public double Y(double value) => Floor - value / Highest * (Floor - Top);
    public double Middle(int bar) => Left + (bar + 0.5) * _slot;
    public double X(int bar) => Middle(bar) - (_pairs ? 0 : BarWidth / 2);
    public double PastX(int bar) => Middle(bar) - BarWidth;

    public static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private static double NiceStep(double rough)
    {
        if (rough <= 1) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return s_nice.Select(nice => nice * power).First(step => step >= rough);
    }
}
