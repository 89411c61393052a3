namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// Proves that no withheld cell can be worked out from the totals and the cells shown, by somebody who knows these rules too.
/// </summary>
/// <remarks>
/// Bounds are exact: a table with totals is a flow, so its extremes are whole numbers (Ford and Fulkerson 1956; Cox 1995). Where
/// few tables fit what is shown, each is tried, and only those that would have been shown the same way count.
/// </remarks>
internal static class CellAudit
{
    private const int Tried = 2_000;

    public static bool Holds(int[,] table, bool[,] close, bool[,] hidden, Threshold threshold)
    {
        if (!CellPattern.Cells(table).Any(at => hidden[at.Row, at.Column])) return true;
        if (CellPattern.Cells(table).Where(at => hidden[at.Row, at.Column]).Any(at =>
            CellBounds.Of(table, hidden, at) is var (low, high) && high - low < threshold.Least)) return false;
        return FittingTables.Of(table, hidden, Tried) is not { } fitting || AreWide(fitting, close, hidden, threshold);
    }

    private static bool AreWide(IReadOnlyList<int[,]> fitting, bool[,] close, bool[,] hidden, Threshold threshold)
    {
        var alike = fitting.Where(other => Same(CellPattern.Rectangles(other, close, threshold), hidden)).ToArray();
        return CellPattern.Cells(fitting[0]).Where(at => hidden[at.Row, at.Column]).All(at =>
            alike.Max(other => other[at.Row, at.Column]) - alike.Min(other => other[at.Row, at.Column]) >= threshold.Least);
    }

    private static bool Same(bool[,]? one, bool[,] other) =>
        one is not null && one.Cast<bool>().SequenceEqual(other.Cast<bool>());
}
