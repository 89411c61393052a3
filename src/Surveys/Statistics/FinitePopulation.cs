namespace EventOps.Surveys.Statistics;

/// <summary>
/// What is gained when a good part of all those concerned has answered (Cochran 1977, Sampling Techniques, sections 2.6 and 3.2).
/// </summary>
public static class FinitePopulation
{
    /// <summary>The sample from an endless population that would tell as much: n (N - 1) / (N - n).</summary>
    public static double EffectiveSize(int answers, int? population) => population switch
    {
        null => answers,
        { } all when all <= answers => double.PositiveInfinity,
        { } all => answers * (all - 1.0) / (all - answers),
    };

    /// <summary>By what the variance of a mean shrinks when its variance is the sample's: 1 - n / N.</summary>
    public static double Variance(int answers, int? population) =>
        population is { } all && all >= answers && all > 0 ? 1 - (double)answers / all : 1;

    /// <summary>How many answers a wanted size from an endless population comes down to (Cochran 1977, equation 4.2).</summary>
    public static int Needed(int wanted, int population) => (int)Math.Round(wanted / (1 + (wanted - 1.0) / population));
}
