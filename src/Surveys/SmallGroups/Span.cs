namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// All that follows from known counts by adding and taking away: it grows only while no small group follows (Gauss's
/// elimination).
/// </summary>
/// <remarks>By elimination (Gauss). A small group would be the sum of few rows: sums of one and of two are tried.</remarks>
internal sealed class Span(int least)
{
    private const long Prime = 2_147_483_647;

    private List<(int Lead, long[] Row)> _rows = [];

    /// <summary>False, and nothing changed, when the count of these persons would give a small group away.</summary>
    public bool TryAdd(IEnumerable<bool> persons)
    {
        long[] row = [.. persons.Select(isIn => isIn ? 1L : 0L)];
        foreach (var (lead, known) in _rows) TakeAway(row, known, row[lead]);
        var first = Array.FindIndex(row, value => value != 0);
        if (first < 0) return true;
        var factor = Inverse(row[first]);
        for (var i = 0; i < row.Length; i++) row[i] = row[i] * factor % Prime;
        var rows = _rows.Select(known => (known.Lead, Row: (long[])known.Row.Clone())).ToList();
        foreach (var (_, known) in rows) TakeAway(known, row, known[first]);
        rows.Add((first, row));
        if (Enumerable.Range(0, rows.Count).Any(i => IsSmall(rows[i].Row, null)
            || Enumerable.Range(0, i).Any(j => IsSmall(rows[i].Row, rows[j].Row)))) return false;
        _rows = rows;
        return true;
    }

    private bool IsSmall(long[] one, long[]? other)
    {
        var size = 0;
        for (var i = 0; i < one.Length; i++)
        {
            var value = (one[i] + (other?[i] ?? 0)) % Prime;
            if (value > 1 || (size += (int)value) >= least) return false;
        }

        return size > 0;
    }

    private static void TakeAway(long[] row, long[] known, long factor)
    {
        if (factor == 0) return;
        for (var i = 0; i < row.Length; i++) row[i] = (row[i] + (Prime - factor) * known[i]) % Prime;
    }

    private static long Inverse(long value)
    {
        var result = 1L;
        for (var power = Prime - 2; power > 0; power >>= 1, value = value * value % Prime)
        {
            if ((power & 1) == 1) result = result * value % Prime;
        }

        return result;
    }
}
