namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// A rating's counts with its mean; the mean is one more equation, so it is left out where it would give a count away.
/// </summary>
/// <remarks>
/// <c>MayDescribe</c>: deviation, median, quartiles, top box and intervals may be shown as well, for nothing is withheld.
/// </remarks>
public sealed record Ratings(OneWay Table, Shown<decimal> Mean, bool MayDescribe)
{
    private const int Tried = 20_000;

    /// <remarks><c>values</c>: the points of the scale, in the order of the counts.</remarks>
    public static Ratings Protect(IReadOnlyList<int> values, IReadOnlyList<int> counts, Threshold threshold)
    {
        var table = OneWay.Protect(counts, threshold);
        if (table.Base.IsWithheld) return new(table, Shown<decimal>.Withheld, false);
        var mean = Rounded(values, counts);
        if (table.IsComplete) return new(table, Shown<decimal>.Of(mean), true);
        return new(table, Shown<decimal>.When(Harmless(values, counts, table, threshold).Contains(mean), mean), false);
    }

    /// <summary>Whole tenths: a decimal of 2 and one of 2.0 would tell apart what was rounded.</summary>
    private static decimal Rounded(IReadOnlyList<int> values, IReadOnlyList<int> counts)
    {
        var sum = values.Zip(counts, (value, count) => value * count).Sum();
        return Math.Round(10m * sum / counts.Sum(), MidpointRounding.AwayFromZero) / 10;
    }

    /// <summary>
    /// The means that leave each withheld count open, found from what is shown alone. That a mean is left out must not tell
    /// either, so further means are left out until those without one are open as well.
    /// </summary>
    private static HashSet<decimal> Harmless(
        IReadOnlyList<int> values, IReadOnlyList<int> counts, OneWay table, Threshold threshold)
    {
        int[] hidden = [.. Enumerable.Range(0, counts.Count).Where(i => table.Cells[i].IsWithheld)];
        var persons = hidden.Sum(i => counts[i]);
        if (Ways(persons, hidden.Length) > Tried) return [];
        var means = Splits(persons, hidden.Length).Select(split => Filled(counts, hidden, split))
            .Where(other => OneWay.Protect(other, threshold).Cells.SequenceEqual(table.Cells))
            .GroupBy(other => Rounded(values, other)).ToDictionary(same => same.Key, same => same.ToList());
        var left = means.Where(mean => !IsOpen(mean.Value)).Select(mean => mean.Key).ToHashSet();
        while (left.Count > 0 && left.Count < means.Count && !IsOpen([.. left.SelectMany(mean => means[mean])]))
        {
            left.Add(means.Where(mean => !left.Contains(mean.Key))
                .OrderBy(mean => mean.Value.Count).ThenBy(mean => mean.Key).First().Key);
        }

        return [.. means.Keys.Except(left)];

        bool IsOpen(List<int[]> tables) =>
            hidden.All(i => tables.Max(other => other[i]) - tables.Min(other => other[i]) >= threshold.Least);
    }

    private static int[] Filled(IReadOnlyList<int> counts, int[] hidden, int[] split)
    {
        var filled = counts.ToArray();
        for (var place = 0; place < hidden.Length; place++) filled[hidden[place]] = split[place];
        return filled;
    }

    private static double Ways(int persons, int cells)
    {
        var ways = 1.0;
        for (var i = 1; i < cells; i++) ways *= (persons + i) / (double)i;
        return ways;
    }

    private static IEnumerable<int[]> Splits(int persons, int cells)
    {
        if (cells == 1) return [[persons]];
        return Enumerable.Range(0, persons + 1)
            .SelectMany(first => Splits(persons - first, cells - 1).Select(rest => (int[])[first, .. rest]));
    }
}
