namespace EventOps.Surveys.Statistics;

/// <summary>Describes numbers, given one by one or as a count for each value.</summary>
public static class Describe
{
    public static Description Values(IEnumerable<double> values, int? population = null) =>
        Counts(values.GroupBy(value => value).Select(same => (same.Key, same.Count())), population);

    public static Description Counts(IEnumerable<(double Value, int Count)> counts, int? population = null)
    {
        var ordered = counts.Where(one => one.Count > 0).OrderBy(one => one.Value).ToArray();
        var n = ordered.Sum(one => one.Count);
        var known = population >= n ? population : null;
        if (n == 0) return new(0, null, null, null, null, null, null, null, known);
        var mean = ordered.Sum(one => one.Value * one.Count) / n;
        var squares = ordered.Sum(one => one.Count * (one.Value - mean) * (one.Value - mean));
        return new(
            n, mean, Quantile(ordered, n, 0.5), n < 2 ? null : Math.Sqrt(squares / (n - 1)),
            ordered[0].Value, ordered[^1].Value, Quantile(ordered, n, 0.25), Quantile(ordered, n, 0.75), known);
    }

    /// <summary>Between the two values around place (n + 1) p, counted from one.</summary>
    public static double? Quantile(IEnumerable<double> values, double p)
    {
        var ordered = values.Order().Select(value => (value, 1)).ToArray();
        return ordered.Length == 0 ? null : Quantile(ordered, ordered.Length, p);
    }

    private static double Quantile((double Value, int Count)[] ordered, int n, double p)
    {
        var place = Math.Clamp((n + 1) * p, 1, n);
        var below = At(ordered, (int)place);
        return below + (place - (int)place) * (At(ordered, Math.Min(n, (int)place + 1)) - below);
    }

    private static double At((double Value, int Count)[] ordered, int place)
    {
        var seen = 0;
        return ordered.First(one => (seen += one.Count) >= place).Value;
    }
}
