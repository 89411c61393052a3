namespace EventOps.Surveys.SmallGroups;

/// <summary>The least and the most that a withheld cell can be, given all totals and the cells shown.</summary>
internal static class CellBounds
{
    public static (int Low, int High) Of(int[,] table, bool[,] hidden, (int Row, int Column) at)
    {
        var value = table[at.Row, at.Column];
        return (value - Math.Min(value, Moved(table, hidden, at, less: true)), value + Moved(table, hidden, at, less: false));
    }

    /// <summary>The maximal flow between the cell's row and its column along the other withheld cells.</summary>
    private static int Moved(int[,] table, bool[,] hidden, (int Row, int Column) at, bool less)
    {
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        var room = new int[rows + columns, rows + columns];
        foreach (var (row, column) in CellPattern.Cells(table).Where(cell => hidden[cell.Row, cell.Column] && cell != at))
        {
            room[row, rows + column] = int.MaxValue / 4;
            room[rows + column, row] = table[row, column];
        }

        var (from, to) = less ? (at.Row, rows + at.Column) : (rows + at.Column, at.Row);
        var moved = 0;
        while (Path(room, from, to) is { } before)
        {
            var step = int.MaxValue;
            for (var node = to; node != from; node = before[node]) step = Math.Min(step, room[before[node], node]);
            for (var node = to; node != from; node = before[node])
            {
                room[before[node], node] -= step;
                room[node, before[node]] += step;
            }

            moved += step;
        }

        return moved;
    }

    private static int[]? Path(int[,] room, int from, int to)
    {
        var before = Enumerable.Repeat(-1, room.GetLength(0)).ToArray();
        before[from] = from;
        var next = new Queue<int>([from]);
        while (next.TryDequeue(out var node))
        {
            for (var other = 0; other < before.Length; other++)
            {
                if (before[other] >= 0 || room[node, other] <= 0) continue;
                before[other] = node;
                next.Enqueue(other);
            }
        }

        return before[to] < 0 ? null : before;
    }
}
