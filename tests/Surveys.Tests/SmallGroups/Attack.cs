using EventOps.Surveys.SmallGroups;

namespace EventOps.Surveys.Tests.SmallGroups;

/// <summary>
/// Somebody who knows the rules tries every table there can be, and keeps those that look as the one shown does.
/// </summary>
internal static class Attack
{
    /// <summary>What was learnt: the shown table, the cell, and the least and most that it can be.</summary>
    public sealed record Learnt(string Shown, int Cell, int Low, int High)
    {
        public int Width => High - Low;
    }

    /// <summary>Withheld cells that are nailed down to fewer than so many steps.</summary>
    public static IReadOnlyList<Learnt> On(IEnumerable<int[]> tables, Func<int[], IEnumerable<string>> show, int width)
    {
        var seen = new Dictionary<string, (int[] Low, int[] High, bool[] Hidden)>();
        foreach (var table in tables)
        {
            string[] cells = [.. show(table)];
            var key = string.Join(' ', cells);
            if (!seen.TryGetValue(key, out var range))
                seen[key] = range = ([.. table], [.. table], [.. cells.Take(table.Length).Select(cell => cell == "withheld")]);
            for (var i = 0; i < table.Length; i++)
            {
                range.Low[i] = Math.Min(range.Low[i], table[i]);
                range.High[i] = Math.Max(range.High[i], table[i]);
            }
        }

        return [.. seen.SelectMany(one => Enumerable.Range(0, one.Value.Low.Length).Where(i => one.Value.Hidden[i])
            .Select(i => new Learnt(one.Key, i, one.Value.Low[i], one.Value.High[i]))).Where(learnt => learnt.Width < width)];
    }

    /// <summary>All ways to put so many persons into so many cells.</summary>
    public static IEnumerable<int[]> Tables(int persons, int cells)
    {
        var table = new int[cells];
        return Fill(0, persons);

        IEnumerable<int[]> Fill(int at, int left)
        {
            if (at == cells - 1)
            {
                table[at] = left;
                yield return [.. table];
                yield break;
            }

            for (var value = 0; value <= left; value++)
            {
                table[at] = value;
                foreach (var full in Fill(at + 1, left - value)) yield return full;
            }
        }
    }

    public static IEnumerable<string> Text(IEnumerable<Shown<int>> cells) => cells.Select(cell => cell.ToString());
}
