namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// The counts of one question with its base; small ones are withheld, and others with them until none can be worked out.
/// </summary>
/// <remarks>
/// The smallest counts are withheld, ties together: so the withheld ones in any other order give the same table, and each of them
/// may be the largest or the least (complementary suppression: Willenborg and de Waal 2001, Elements of Statistical Disclosure
/// Control).
/// </remarks>
public sealed record OneWay(Shown<int> Base, IReadOnlyList<Shown<int>> Cells)
{
    public bool IsComplete => !Base.IsWithheld && Cells.All(cell => !cell.IsWithheld);

    public bool IsWithheld => Cells.All(cell => cell.IsWithheld);

    /// <summary>Where each person is in exactly one cell; who gave no answer is a cell too, when the base counts them.</summary>
    public static OneWay Protect(IReadOnlyList<int> counts, Threshold threshold)
    {
        var all = counts.Sum();
        var hidden = Hidden(counts, threshold);
        return new(
            Shown<int>.When(threshold.Allows(all), all),
            [.. counts.Select((count, i) => Shown<int>.When(!hidden[i], count))]);
    }

    private static bool[] Hidden(IReadOnlyList<int> counts, Threshold threshold)
    {
        bool[] hidden = [.. counts.Select(count => !threshold.Allows(count))];
        while (hidden.Contains(true) && hidden.Contains(false) && !Unsolvable(counts, hidden, threshold))
        {
            var next = counts.Where((_, i) => !hidden[i]).Min();
            for (var i = 0; i < hidden.Length; i++) hidden[i] |= counts[i] == next;
        }

        return hidden;
    }

    /// <summary>
    /// Spread enough when the order is unknown; not forced when somebody even knows which of them are the small ones.
    /// </summary>
    private static bool Unsolvable(IReadOnlyList<int> counts, bool[] hidden, Threshold threshold)
    {
        int[] values = [.. counts.Where((_, i) => hidden[i])];
        if (values.Max() - values.Min() < threshold.Least) return false;
        var most = counts.Where((_, i) => !hidden[i]).Min() - 1;
        Range[] ranges = [.. values.Select(value => !threshold.Allows(value)
            ? new Range(0, threshold.Least - 1)
            : new Range(threshold.Least, Math.Max(most, value)))];
        var (sum, low, high) = (values.Sum(), ranges.Sum(range => range.Low), ranges.Sum(range => range.High));
        return ranges.All(range =>
            Math.Min(range.High, sum - (low - range.Low)) > Math.Max(range.Low, sum - (high - range.High)));
    }

    private readonly record struct Range(int Low, int High);
}
