namespace EventOps.Surveys.Statistics;

/// <summary>
/// A share with its base and Wilson's score interval (Wilson 1927), narrower when the population is finite (Cochran 1977).
/// </summary>
/// <remarks>
/// The correction takes the answers for a random part of the population; who prefers not to answer is not in it.
/// </remarks>
public sealed record Proportion
{
    private Proportion(int count, int @base, int? population) => (Count, Base, Population) = (count, @base, population);

    public int Count { get; }

    public int Base { get; }

    /// <summary>How many could have answered; none when unknown, or when it is smaller than the base.</summary>
    public int? Population { get; }

    /// <summary>None when nobody is in the base: 0 of 0 is no share.</summary>
    public double? Share => Base == 0 ? null : (double)Count / Base;

    public Interval? Interval => Share is { } share ? Wilson(share) : null;

    public static Proportion Of(int count, int @base, int? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, @base);
        return new(count, @base, population >= @base ? population : null);
    }

    private Interval Wilson(double share)
    {
        if (Population == Base) return new(share, share);
        var n = FinitePopulation.EffectiveSize(Base, Population);
        var square = Distributions.Normal * Distributions.Normal;
        var middle = share + square / (2 * n);
        var margin = Distributions.Normal * Math.Sqrt(share * (1 - share) / n + square / (4 * n * n));
        var low = Count == 0 ? 0 : (middle - margin) / (1 + square / n);
        var high = Count == Base ? 1 : (middle + margin) / (1 + square / n);
        return new Interval(low, high).Within(0, 1);
    }
}
