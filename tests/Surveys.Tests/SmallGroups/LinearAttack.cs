namespace EventOps.Surveys.Tests.SmallGroups;

/// <summary>
/// Adds up and takes away all counts that are shown, with any factors, to get at a small group: Gauss's elimination.
/// </summary>
internal sealed class LinearAttack
{
    private const long Prime = 2_147_483_647;

    private readonly List<(int Lead, long[] Row)> _basis = [];
    private readonly List<int[]> _alike = [];

    /// <summary>Each set of persons whose number is known, as a row of ones and noughts.</summary>
    public LinearAttack(IReadOnlyList<bool[]> known, int persons)
    {
        _alike.AddRange(Enumerable.Range(0, persons)
            .GroupBy(i => string.Concat(known.Select(set => set[i] ? '1' : '0'))).Select(same => same.ToArray()));
        foreach (var set in known)
        {
            var row = Reduced([.. _alike.Select(same => set[same[0]] ? 1L : 0L)]);
            var lead = Array.FindIndex(row, value => value != 0);
            if (lead < 0) continue;
            var factor = Inverse(row[lead]);
            _basis.Add((lead, [.. row.Select(value => value * factor % Prime)]));
        }
    }

    /// <summary>
    /// Groups of fewer than so many, made of one or two kinds of persons that no filter parts, whose number follows.
    /// </summary>
    public IEnumerable<int> Small(int least)
    {
        for (var one = 0; one < _alike.Count; one++)
        {
            for (var other = one; other < _alike.Count; other++)
            {
                var size = _alike[one].Length + (other == one ? 0 : _alike[other].Length);
                if (size >= least) continue;
                var wanted = new long[_alike.Count];
                wanted[one] = wanted[other] = 1;
                if (Reduced(wanted).All(value => value == 0)) yield return size;
            }
        }
    }

    private long[] Reduced(long[] row)
    {
        foreach (var (lead, basis) in _basis)
        {
            var factor = row[lead];
            if (factor == 0) continue;
            for (var i = 0; i < row.Length; i++) row[i] = ((row[i] - factor * basis[i]) % Prime + Prime) % Prime;
        }

        return row;
    }

    private static long Inverse(long value)
    {
        var (result, power) = (1L, Prime - 2);
        for (; power > 0; power >>= 1, value = value * value % Prime)
        {
            if ((power & 1) == 1) result = result * value % Prime;
        }

        return result;
    }
}
