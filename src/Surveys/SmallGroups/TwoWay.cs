namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// A cross-table with its totals: rows or columns that are too small are read together, small cells withheld with others.
/// </summary>
/// <remarks>
/// Who left one of the questions out belongs into a row or column of its own, or the totals here and in the questions' own tables
/// give them away. Chi-square and all that is computed from the cells is for complete tables only: it would be one more equation.
/// </remarks>
public sealed record TwoWay(OneWay Rows, OneWay Columns, IReadOnlyList<IReadOnlyList<Shown<int>>> Cells)
{
    public bool IsComplete => Rows.IsComplete && Columns.IsComplete && Cells.All(row => row.All(cell => !cell.IsWithheld));

    public bool IsWithheld => Cells.All(row => row.All(cell => cell.IsWithheld));

    public static TwoWay Protect(IReadOnlyList<IReadOnlyList<int>> counts, Threshold threshold) =>
        Protect(counts, threshold, (_, _) => false);

    internal static TwoWay Protect(IReadOnlyList<IReadOnlyList<int>> counts, Threshold threshold, Func<int, int, bool> tooClose)
    {
        var rows = OneWay.Protect([.. counts.Select(row => row.Sum())], threshold);
        var columns = OneWay.Protect([.. Enumerable.Range(0, counts[0].Count).Select(j => counts.Sum(row => row[j]))], threshold);
        var (rowGroup, height) = Grouped(rows);
        var (columnGroup, width) = Grouped(columns);
        var table = new int[height, width];
        var close = new bool[height, width];
        for (var i = 0; i < rowGroup.Length; i++)
        {
            for (var j = 0; j < columnGroup.Length; j++)
            {
                table[rowGroup[i], columnGroup[j]] += counts[i][j];
                close[rowGroup[i], columnGroup[j]] |= tooClose(i, j);
            }
        }

        var hidden = height < 2 || width < 2 ? null : CellPattern.Of(table, close, threshold);
        bool Shows(int i, int j) => hidden is not null
            && !rows.Cells[i].IsWithheld && !columns.Cells[j].IsWithheld && !hidden[rowGroup[i], columnGroup[j]];
        return new(rows, columns, [.. counts.Select((row, i) => (IReadOnlyList<Shown<int>>)
            [.. row.Select((count, j) => Shown<int>.When(Shows(i, j), count))])]);
    }

    /// <summary>All that are withheld make one group: their sum can be worked out, each of them cannot.</summary>
    private static (int[] Group, int Groups) Grouped(OneWay totals)
    {
        var next = totals.Cells.Any(cell => cell.IsWithheld) ? 1 : 0;
        int[] group = [.. totals.Cells.Select(cell => cell.IsWithheld ? 0 : next++)];
        return (group, next);
    }
}
