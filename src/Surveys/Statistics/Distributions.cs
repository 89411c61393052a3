namespace EventOps.Surveys.Statistics;

/// <summary>
/// Student's t and chi-square from the incomplete beta and gamma functions (Abramowitz and Stegun 1964, 6.5 and 26.5).
/// </summary>
public static class Distributions
{
    /// <summary>The two-sided 95 % point of the normal distribution.</summary>
    public const double Normal = 1.959963984540054;

    private const double Tiny = 1e-300;
    private const double Enough = 1e-15;

    private static readonly double[] s_lanczos =
    [
        676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The value that |t| exceeds with a probability of 5 % (or another).</summary>
    public static double StudentT(double freedom, double outside = 1 - Interval.Level)
    {
        var (low, high) = (0.0, 1.0);
        while (TwoSided(high, freedom) > outside) high *= 2;
        for (var round = 0; round < 100; round++)
        {
            var middle = (low + high) / 2;
            if (TwoSided(middle, freedom) > outside) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>The probability of a |t| of at least this size.</summary>
    public static double TwoSided(double t, double freedom) => Beta(freedom / 2, 0.5, freedom / (freedom + t * t));

    /// <summary>The probability of a chi-square of at least this size.</summary>
    public static double ChiSquareTail(double value, int freedom) => value <= 0 ? 1 : UpperGamma(freedom / 2.0, value / 2);

    /// <summary>Lanczos 1964, with g = 7.</summary>
    public static double LogGamma(double x)
    {
        var sum = 0.99999999999980993;
        for (var i = 0; i < s_lanczos.Length; i++) sum += s_lanczos[i] / (x + i);
        var t = x + s_lanczos.Length - 1.5;
        return Math.Log(2 * Math.PI) / 2 + (x - 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    private static double UpperGamma(double a, double x)
    {
        var scale = Math.Exp(a * Math.Log(x) - x - LogGamma(a));
        if (x >= a + 1) return scale / Fraction(i => i == 0 ? x + 1 - a : x + 1 - a + 2 * i, i => -i * (i - a));
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; term > sum * Enough; n++) sum += term *= x / (a + n);
        return Math.Max(0, 1 - sum * scale);
    }

    private static double Beta(double a, double b, double x)
    {
        if (x is <= 0 or >= 1) return x <= 0 ? 0 : 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - Beta(b, a, 1 - x);
        var scale = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x)) / a;
        return scale / Fraction(_ => 1, i => i % 2 == 0
            ? i / 2 * (b - i / 2) * x / ((a + i - 1) * (a + i))
            : -(a + (i - 1) / 2) * (a + b + (i - 1) / 2) * x / ((a + i - 1) * (a + i)));
    }

    /// <summary>b0 + a1 / (b1 + a2 / (b2 + ...)), forwards (Lentz 1976).</summary>
    private static double Fraction(Func<double, double> b, Func<double, double> a)
    {
        var (value, c, d) = (b(0), b(0), 0.0);
        for (var i = 1; i < 2_000; i++)
        {
            d = Kept(b(i) + a(i) * d);
            c = Kept(b(i) + a(i) / c);
            d = 1 / d;
            value *= c * d;
            if (Math.Abs(c * d - 1) < Enough) break;
        }

        return value;
    }

    private static double Kept(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
