namespace EventOps.Surveys.Statistics;

/// <summary>What may be said of two questions.</summary>
public enum Association
{
    TooFew,
    NoClearDifference,
    ClearDifference,
}

/// <summary>
/// Whether two questions go together: Pearson's chi-square (1900), Cramér's V (1946), adjusted residuals (Haberman 1973).
/// </summary>
/// <remarks>
/// <c>Residuals</c>: In standard deviations; a size above two is where the difference sits.
/// <c>AreEnough</c>: At most a fifth of the expected counts below 5, none below 1 (Cochran 1954).
/// </remarks>
public sealed record CrossTable(
    int Base, double ChiSquare, int Freedom, double? P, double? CramersV,
    IReadOnlyList<IReadOnlyList<double>> Expected, IReadOnlyList<IReadOnlyList<double>> Residuals, bool AreEnough)
{
    /// <remarks><c>p</c>: The adjusted one where several tables are tested together.</remarks>
    public Association Says(double? p) => !AreEnough || p is null ? Association.TooFew
        : p < 1 - Interval.Level ? Association.ClearDifference : Association.NoClearDifference;

    public Association Association => Says(P);

    public static CrossTable Of(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        var rows = counts.Select(row => row.Sum()).ToArray();
        var columns = Enumerable.Range(0, counts.Max(row => row.Count)).Select(j => counts.Sum(row => row[j])).ToArray();
        var all = rows.Sum();
        double[][] expected = [.. rows.Select(row =>
            columns.Select(column => all == 0 ? 0 : (double)row * column / all).ToArray())];
        double[][] residuals = [.. rows.Select((row, i) => columns
            .Select((column, j) => Residual(counts[i][j] - expected[i][j], expected[i][j], row, column, all)).ToArray())];
        // An option that nobody chose is no part of the table.
        var used = expected.SelectMany(row => row).Where(one => one > 0).ToArray();
        var square = counts.SelectMany((row, i) => row.Select((count, j) => (count, expected: expected[i][j])))
            .Where(one => one.expected > 0).Sum(one => (one.count - one.expected) * (one.count - one.expected) / one.expected);
        var (height, width) = (rows.Count(row => row > 0), columns.Count(column => column > 0));
        var freedom = Math.Max(0, height - 1) * Math.Max(0, width - 1);
        return new(
            all, square, freedom,
            freedom == 0 ? null : Distributions.ChiSquareTail(square, freedom),
            freedom == 0 ? null : Math.Sqrt(square / all / Math.Min(height - 1, width - 1)),
            expected, residuals,
            freedom > 0 && used.Min() >= 1 && used.Count(one => one < 5) <= 0.2 * used.Length);
    }

    private static double Residual(double difference, double expected, double row, double column, double all)
    {
        var variance = all == 0 ? 0 : expected * (1 - row / all) * (1 - column / all);
        return variance > 0 ? difference / Math.Sqrt(variance) : 0;
    }
}
