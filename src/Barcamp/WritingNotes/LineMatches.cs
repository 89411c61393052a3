namespace EventOps.Barcamp.WritingNotes;

/// <summary>Finds which lines of a text are still there in a later version (the longest common sequence).</summary>
internal static class LineMatches
{
    // Beyond that many pairs of lines, what lies between the same beginning and the same end counts as changed.
    private const int MostPairs = 4_000_000;

    /// <summary>For each old line the number of the same line in the new text, rising; -1 where it is gone.</summary>
    public static int[] Of(string[] old, string[] next)
    {
        var matches = new int[old.Length];
        matches.AsSpan().Fill(-1);
        var start = 0;
        for (; start < Math.Min(old.Length, next.Length) && old[start] == next[start]; start++) matches[start] = start;
        var (oldEnd, nextEnd) = (old.Length, next.Length);
        while (oldEnd > start && nextEnd > start && old[oldEnd - 1] == next[nextEnd - 1]) matches[--oldEnd] = --nextEnd;
        var (rows, columns) = (oldEnd - start, nextEnd - start);
        if ((long)rows * columns is > 0 and <= MostPairs)
            Between(old.AsSpan(start, rows), next.AsSpan(start, columns), matches, start);
        return matches;
    }

    private static void Between(ReadOnlySpan<string> old, ReadOnlySpan<string> next, int[] matches, int start)
    {
        var longest = new int[old.Length + 1, next.Length + 1];
        for (var row = old.Length - 1; row >= 0; row--)
            for (var column = next.Length - 1; column >= 0; column--)
                longest[row, column] = old[row] == next[column]
                    ? longest[row + 1, column + 1] + 1
                    : Math.Max(longest[row + 1, column], longest[row, column + 1]);
        var (at, other) = (0, 0);
        while (at < old.Length && other < next.Length)
        {
            if (old[at] == next[other]) matches[start + at++] = start + other++;
            else if (longest[at + 1, other] >= longest[at, other + 1]) at++;
            else other++;
        }
    }
}
