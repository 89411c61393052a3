namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// All that follows from known counts by adding and taking away: it grows only while no small group follows (Gauss's
/// elimination).
/// </summary>
/// <remarks>
/// By elimination (Gauss). A small group would be the sum of few rows: sums of one and of two are tried.
/// <c>sizes</c>: how many persons stand behind each place of a row, at least one.
/// </remarks>
internal sealed class Span(int least, int[] sizes)
{
    private const int Bits = 31;
    private const ulong Prime = (1UL << Bits) - 1;

    private List<(int Lead, uint[] Row)> _rows = [];

    /// <summary>False, and nothing changed, when the count of these persons would give a small group away.</summary>
    public bool TryAdd(IEnumerable<bool> persons)
    {
        uint[] row = [.. persons.Select(isIn => isIn ? 1u : 0u)];
        foreach (var (lead, known) in _rows) TakeAway(row, known, row[lead]);
        var first = Array.FindIndex(row, value => value != 0);
        if (first < 0) return true;
        var factor = Inverse(row[first]);
        for (var i = 0; i < row.Length; i++) row[i] = Rest(row[i] * factor);
        // Only sums with a row that has changed are new.
        var rows = new List<(int Lead, uint[] Row)>(_rows.Count + 1);
        var changed = new List<int>();
        foreach (var (lead, known) in _rows)
        {
            if (known[first] != 0) changed.Add(rows.Count);
            rows.Add((lead, known[first] == 0 ? known : Less(known, row, known[first])));
        }

        changed.Add(rows.Count);
        rows.Add((first, row));
        foreach (var at in changed)
        {
            if (IsSmall(rows[at].Row, null)) return false;
            foreach (var (_, other) in rows)
            {
                if (other != rows[at].Row && IsSmall(rows[at].Row, other)) return false;
            }
        }

        _rows = rows;
        return true;
    }

    private bool IsSmall(uint[] one, uint[]? other)
    {
        var size = 0;
        for (var i = 0; i < one.Length; i++)
        {
            var value = Rest((ulong)one[i] + (other?[i] ?? 0));
            if (value > 1 || (value == 1 && (size += sizes[i]) >= least)) return false;
        }

        return size > 0;
    }

    private static uint[] Less(uint[] known, uint[] row, uint factor)
    {
        var less = (uint[])known.Clone();
        TakeAway(less, row, factor);
        return less;
    }

    private static void TakeAway(uint[] row, uint[] known, uint factor)
    {
        if (factor == 0) return;
        for (var i = 0; i < row.Length && i < known.Length; i++) row[i] = Rest(row[i] + (Prime - factor) * known[i]);
    }

    // What is left after division by the prime, which is one less than a power of two.
    private static uint Rest(ulong value)
    {
        value = (value & Prime) + (value >> Bits);
        return (uint)(value >= Prime ? value - Prime : value);
    }

    private static ulong Inverse(ulong value)
    {
        var result = 1UL;
        for (var power = Prime - 2; power > 0; power >>= 1, value = Rest(value * value))
        {
            if ((power & 1) == 1) result = Rest(result * value);
        }

        return result;
    }
}
