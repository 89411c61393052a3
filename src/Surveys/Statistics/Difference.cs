namespace EventOps.Surveys.Statistics;

/// <summary>What may be said of a change: without a clear interval, nothing.</summary>
public enum Trend
{
    NoClearChange,
    ClearlyMore,
    ClearlyLess,
}

/// <summary>How much one value is above another, of persons independent of each other; nothing when either has no base.</summary>
public sealed record Difference(double? Value, Interval? Interval)
{
    public static readonly Difference None = new(null, null);

    /// <summary>None when there is nothing to compare.</summary>
    public Trend? Trend => Interval switch
    {
        null => null,
        { Low: > 0 } => Statistics.Trend.ClearlyMore,
        { High: < 0 } => Statistics.Trend.ClearlyLess,
        _ => Statistics.Trend.NoClearChange,
    };

    /// <summary>Of two shares: the hybrid score interval (Newcombe 1998, Statistics in Medicine 17:873, method 10).</summary>
    public static Difference Of(Proportion now, Proportion before)
    {
        if (now is not { Share: { } p1, Interval: { } i1 } || before is not { Share: { } p2, Interval: { } i2 }) return None;
        return new(p1 - p2, new(
            p1 - p2 - Hypotenuse(p1 - i1.Low, i2.High - p2),
            p1 - p2 + Hypotenuse(i1.High - p1, p2 - i2.Low)));
    }

    /// <summary>Of two means with unequal variances (Welch 1947; degrees of freedom by Satterthwaite 1946).</summary>
    public static Difference Of(Description now, Description before)
    {
        if (now.Mean is not { } m1 || before.Mean is not { } m2) return None;
        if (now.ErrorVariance is not { } v1 || before.ErrorVariance is not { } v2) return new(m1 - m2, null);
        if (v1 + v2 == 0) return new(m1 - m2, now.IsCensus && before.IsCensus ? new(m1 - m2, m1 - m2) : null);
        var freedom = (v1 + v2) * (v1 + v2) / (v1 * v1 / Math.Max(1, now.N - 1) + v2 * v2 / Math.Max(1, before.N - 1));
        return new(m1 - m2, Statistics.Interval.Around(m1 - m2, Distributions.StudentT(freedom) * Math.Sqrt(v1 + v2)));
    }

    /// <summary>Of two net promoter scores, in points: the margins add as squares.</summary>
    public static Difference Of(NetPromoter now, NetPromoter before)
    {
        if (now.Score is not { } s1 || before.Score is not { } s2) return None;
        if (now.Margin is not { } m1 || before.Margin is not { } m2) return new(s1 - s2, null);
        return new(s1 - s2, Statistics.Interval.Around(s1 - s2, Hypotenuse(m1, m2)).Within(-200, 200));
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt(a * a + b * b);
}
