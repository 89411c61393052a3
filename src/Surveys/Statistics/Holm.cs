namespace EventOps.Surveys.Statistics;

/// <summary>
/// Makes p values of many tests honest together: step-down (Holm 1979, Scandinavian Journal of Statistics 6:65).
/// </summary>
public static class Holm
{
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        var (most, left) = (0.0, p.Count);
        foreach (var at in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
            adjusted[at] = most = Math.Max(most, Math.Min(1, p[at] * left--));
        return adjusted;
    }

    /// <summary>What each table says when all are read together; a table with too few is not tested.</summary>
    public static IReadOnlyList<Association> Together(IReadOnlyList<CrossTable> tables)
    {
        var tested = tables.Where(table => table is { AreEnough: true, P: not null }).ToArray();
        var adjusted = Adjust([.. tested.Select(table => table.P!.Value)]);
        return [.. tables.Select(table => table.Says(Array.IndexOf(tested, table) is >= 0 and var at ? adjusted[at] : null))];
    }
}
