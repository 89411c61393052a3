namespace EventOps.Surveys.SmallGroups;

/// <summary>A rating's counts with its mean; the mean is one more equation, so it is left out where it would give a count away.</summary>
/// <remarks><c>MayDescribe</c>: deviation, median, quartiles, top box and intervals may be shown as well, for nothing is withheld.</remarks>
public sealed record Ratings(OneWay Table, Shown<decimal> Mean, bool MayDescribe)
{
    private const int Tried = 20_000;

    /// <remarks><c>values</c>: the points of the scale, in the order of the counts.</remarks>
    public static Ratings Protect(IReadOnlyList<int> values, IReadOnlyList<int> counts, Threshold threshold)
    {
        var table = OneWay.Protect(counts, threshold);
        if (table.Base.OrNone is not { } all) return new(table, Shown<decimal>.Withheld, false);
        var mean = Rounded(values, counts, all);
        if (table.IsComplete) return new(table, Shown<decimal>.Of(mean), true);
        return new(table, Shown<decimal>.When(Hides(values, counts, table, mean, all, threshold), mean), false);
    }

    /// <summary>Whole tenths: a decimal of 2 and one of 2.0 would tell apart what was rounded.</summary>
    private static decimal Rounded(IReadOnlyList<int> values, IReadOnlyList<int> counts, int all) =>
        Math.Round(10m * values.Zip(counts, (value, count) => value * count).Sum() / all, MidpointRounding.AwayFromZero) / 10;

    private static bool Hides(
        IReadOnlyList<int> values, IReadOnlyList<int> counts, OneWay table, decimal mean, int all, Threshold threshold)
    {
        int[] hidden = [.. Enumerable.Range(0, counts.Count).Where(i => table.Cells[i].IsWithheld)];
        var persons = hidden.Sum(i => counts[i]);
        if (Ways(persons, hidden.Length) > Tried)
        {
            var shown = table.Cells.Select((cell, i) => values[i] * (cell.OrNone ?? 0)).Sum();
            return hidden.All(i => Width(i, hidden, values, persons, (mean - 0.05m) * all - shown, (mean + 0.05m) * all - shown)
                >= threshold.Least);
        }

        var alike = Splits(persons, hidden.Length).Select(split => Filled(counts, hidden, split))
            .Where(other => Rounded(values, other, all) == mean && OneWay.Protect(other, threshold).Cells.SequenceEqual(table.Cells))
            .ToArray();
        return hidden.All(i => alike.Max(other => other[i]) - alike.Min(other => other[i]) >= threshold.Least);
    }

    /// <summary>Between the fewest and the most that may have chosen one value, when the others' may lie anywhere between their ends.</summary>
    private static int Width(int at, int[] hidden, IReadOnlyList<int> values, int persons, decimal low, decimal high)
    {
        var others = hidden.Where(i => i != at).Select(i => values[i]).ToArray();
        var fitting = Enumerable.Range(0, persons + 1).Where(count =>
            (persons - count) * others.Min() <= high - count * values[at]
            && (persons - count) * others.Max() >= low - count * values[at]).ToArray();
        return fitting.Length == 0 ? 0 : fitting[^1] - fitting[0];
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
