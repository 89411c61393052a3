namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// Which cells of a table with known totals to withhold: each small one gets three others as the corners of a rectangle.
/// </summary>
/// <remarks>The hypercube method (Repsilber 1994; Giessing 2001), then checked by <see cref="CellAudit"/>.</remarks>
internal static class CellPattern
{
    /// <summary>None when the table cannot be protected and has to be withheld.</summary>
    /// <remarks><c>close</c>: cells that are withheld for a reason outside the table.</remarks>
    public static bool[,]? Of(int[,] table, bool[,] close, Threshold threshold) =>
        Rectangles(table, close, threshold) is { } hidden && CellAudit.Holds(table, close, hidden, threshold) ? hidden : null;

    internal static bool[,]? Rectangles(int[,] table, bool[,] close, Threshold threshold)
    {
        var hidden = new bool[table.GetLength(0), table.GetLength(1)];
        var small = Cells(table)
            .Where(at => close[at.Row, at.Column] || !threshold.Allows(table[at.Row, at.Column])).ToList();
        foreach (var (row, column) in small) hidden[row, column] = true;
        foreach (var corner in small.OrderBy(at => table[at.Row, at.Column]))
        {
            if (Cheapest(table, hidden, corner, threshold) is not { } other) return null;
            hidden[other.Row, other.Column] = hidden[corner.Row, other.Column] = hidden[other.Row, corner.Column] = true;
        }

        return hidden;
    }

    internal static IEnumerable<(int Row, int Column)> Cells(int[,] table) =>
        from row in Enumerable.Range(0, table.GetLength(0))
        from column in Enumerable.Range(0, table.GetLength(1))
        select (row, column);

    private static (int Row, int Column)? Cheapest(
        int[,] table, bool[,] hidden, (int Row, int Column) corner, Threshold threshold)
    {
        (int Row, int Column)? best = null;
        var least = int.MaxValue;
        foreach (var (row, column) in Cells(table))
        {
            if (row == corner.Row || column == corner.Column) continue;
            var up = (A: table[corner.Row, corner.Column], B: table[row, column]);
            var down = (A: table[corner.Row, column], B: table[row, corner.Column]);
            if (Math.Min(up.A, up.B) + Math.Min(down.A, down.B) < threshold.Least) continue;
            if (!Moves(up, down, threshold) && !Moves(down, up, threshold)) continue;
            var cost = Cost(up.B, hidden[row, column]) + Cost(down.A, hidden[corner.Row, column])
                + Cost(down.B, hidden[row, corner.Column]);
            if (cost < least) (least, best) = (cost, (row, column));
        }

        return best;
    }

    private static int Cost(int value, bool isHidden) => isHidden ? 0 : value;

    /// <summary>
    /// One person more here and one less there leaves each what it is, small or not: who knows which are small learns no value.
    /// </summary>
    private static bool Moves((int A, int B) up, (int A, int B) down, Threshold threshold) =>
        Stays(up.A, 1, threshold) && Stays(up.B, 1, threshold) && Stays(down.A, -1, threshold) && Stays(down.B, -1, threshold);

    private static bool Stays(int value, int by, Threshold threshold) =>
        value + by >= 0 && threshold.Allows(value) == threshold.Allows(value + by);
}
