namespace EventOps.Surveys.SmallGroups;

/// <summary>All tables that have the same totals and the same cells shown; none when there are more than can be tried.</summary>
internal static class FittingTables
{
    public static IReadOnlyList<int[,]>? Of(int[,] table, bool[,] hidden, int most)
    {
        var cells = CellPattern.Cells(table).Where(at => hidden[at.Row, at.Column]).ToArray();
        var rows = new int[table.GetLength(0)];
        var columns = new int[table.GetLength(1)];
        foreach (var (row, column) in cells)
        {
            rows[row] += table[row, column];
            columns[column] += table[row, column];
        }

        var found = new List<int[,]>();
        return Fill((int[,])table.Clone(), cells, 0, rows, columns, found, most) ? found : null;
    }

    private static bool Fill(
        int[,] table, (int Row, int Column)[] cells, int next, int[] rows, int[] columns, List<int[,]> found, int most)
    {
        if (next == cells.Length)
        {
            found.Add((int[,])table.Clone());
            return found.Count <= most;
        }

        var (row, column) = cells[next];
        var rest = cells.AsSpan(next + 1);
        var (lastOfRow, lastOfColumn) = (true, true);
        foreach (var other in rest)
        {
            lastOfRow &= other.Row != row;
            lastOfColumn &= other.Column != column;
        }

        var high = Math.Min(rows[row], columns[column]);
        var low = Math.Max(lastOfRow ? rows[row] : 0, lastOfColumn ? columns[column] : 0);
        for (var value = low; value <= high; value++)
        {
            table[row, column] = value;
            rows[row] -= value;
            columns[column] -= value;
            var isFew = Fill(table, cells, next + 1, rows, columns, found, most);
            rows[row] += value;
            columns[column] += value;
            if (!isFew) return false;
        }

        return true;
    }
}
