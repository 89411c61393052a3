using EventOps.Surveys.SmallGroups;

namespace EventOps.Surveys.Tests.SmallGroups;

/// <summary>
/// Walks from a table to others with the same totals, one person at a time along cycles of withheld cells.
/// </summary>
internal static class Solver
{
    /// <summary>
    /// For each withheld cell of a table whose rows and columns are all shown, how far its possible values reach.
    /// </summary>
    public static IEnumerable<int> Widths(int[][] table, TwoWay shown)
    {
        if (shown.Rows.Cells.Concat(shown.Columns.Cells).Any(cell => cell.IsWithheld)) yield break;
        for (var i = 0; i < table.Length; i++)
        {
            for (var j = 0; j < table[0].Length; j++)
            {
                if (shown.Cells[i][j].IsWithheld) yield return Reach(table, shown, i, j, 1) + Reach(table, shown, i, j, -1);
            }
        }
    }

    /// <summary>How many steps the cell can go up or down, one unit at a time along any cycle of withheld cells.</summary>
    private static int Reach(int[][] table, TwoWay shown, int row, int column, int by)
    {
        int[][] now = [.. table.Select(cells => cells.ToArray())];
        for (var steps = 0; ; steps++)
        {
            if (now[row][column] + by < 0) return steps;
            now[row][column] += by;
            if (!Balance(now, shown, row, column, column, -by, [(row, column)])) return steps;
        }
    }

    /// <summary>Gives the row back what was taken, then the column of that cell, until the first column is even again.</summary>
    private static bool Balance(int[][] now, TwoWay shown, int row, int column, int goal, int by, HashSet<(int, int)> used)
    {
        for (var j = 0; j < now[0].Length; j++)
        {
            if (j == column || !shown.Cells[row][j].IsWithheld || now[row][j] + by < 0 || !used.Add((row, j))) continue;
            now[row][j] += by;
            if (j == goal) return true;
            for (var i = 0; i < now.Length; i++)
            {
                if (i == row || !shown.Cells[i][j].IsWithheld || now[i][j] - by < 0 || !used.Add((i, j))) continue;
                now[i][j] -= by;
                if (Balance(now, shown, i, j, goal, by, used)) return true;
                now[i][j] += by;
                used.Remove((i, j));
            }

            now[row][j] -= by;
            used.Remove((row, j));
        }

        return false;
    }
}
