namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// The counts of one question within every filter on the list, worked out as far down the list as somebody asks: what a filter
/// shows depends on those before it only.
/// </summary>
internal sealed class FilteredCounts
{
    private const int None = -1;

    private readonly Lock _turn = new();
    private readonly IReadOnlyList<Filter> _offered;
    private readonly Patterns _patterns;
    private readonly Threshold _threshold;
    private readonly int[][] _cells;
    private readonly bool _withNone;
    private readonly (int[] Patterns, Span Span)[] _spans;
    private readonly Dictionary<string, (int[] Places, TwoWay Table)> _tables = new(StringComparer.Ordinal);
    private readonly List<Shown<int>[]> _rows = [];

    public FilteredCounts(Patterns patterns, IReadOnlyList<Filter> offered, IReadOnlyList<int> answers, int options,
        Threshold threshold)
    {
        (_patterns, _offered, _threshold) = (patterns, offered, threshold);
        var cells = Enumerable.Range(0, options + 1).Select(_ => new int[patterns.Sizes.Length]).ToArray();
        for (var person = 0; person < answers.Count; person++)
        {
            var answer = answers[person];
            if (answer < options) cells[answer == None ? options : answer][patterns.Of[person]]++;
        }

        // That nobody left a question out stands in the report anyway; an empty group has nothing to protect.
        _withNone = cells[^1].Any(count => count > 0);
        _cells = _withNone ? cells : cells[..^1];
        _spans = [.. _cells.Select(cell =>
        {
            int[] there = [.. Enumerable.Range(0, cell.Length).Where(pattern => cell[pattern] > 0)];
            return (there, new Span(threshold.Least, [.. there.Select(pattern => cell[pattern])]));
        })];
    }

    /// <summary>Within the filter at this place of the list.</summary>
    public OneWay this[int place]
    {
        get
        {
            lock (_turn)
            {
                while (_rows.Count <= place) _rows.Add(Added(_rows.Count));
                Shown<int>[] row = [.. _rows[place]];
                if (place > 0 && row.Count(cell => cell.IsWithheld) == 1)
                    row[Array.FindIndex(row, cell => cell.OrNone == row.Min(one => one.OrNone))] = Shown<int>.Withheld;
                return new(
                    Shown<int>.Of(_offered[place].Members.Count(_patterns.Sizes)), _withNone ? row : [.. row, Shown<int>.Of(0)]);
            }
        }
    }

    private Shown<int>[] Added(int place)
    {
        Shown<int>[] row = [.. place == 0 ? OneWay.Protect([.. _cells.Select(cell => cell.Sum())], _threshold).Cells
            : Row(place)];
        for (var j = 0; j < row.Length; j++)
        {
            var (patterns, span) = _spans[j];
            if (!row[j].IsWithheld && !span.TryAdd(patterns.Select(_offered[place].Members.Has))) row[j] = Shown<int>.Withheld;
        }

        return row;
    }

    private IReadOnlyList<Shown<int>> Row(int place)
    {
        var key = string.Join(' ', _offered[place].Questions);
        if (!_tables.TryGetValue(key, out var known)) _tables[key] = known = Table([.. _offered[place].Questions]);
        return known.Table.Cells[Array.IndexOf(known.Places, place)];
    }

    // Conditions on the same questions are the rows, none with a person of another; all that is not offered is one more.
    private (int[] Places, TwoWay Table) Table(int[] questions)
    {
        int[] places = [.. Enumerable.Range(0, _offered.Count).Where(i => _offered[i].Questions.SequenceEqual(questions))];
        var rows = places.Select(at => _cells.Select(_offered[at].Members.Count).ToArray()).ToList();
        int[] rest = [.. _cells.Select((cell, j) => cell.Sum() - rows.Sum(row => row[j]))];
        if (rest.Sum() > 0) rows.Add(rest);
        return (places, TwoWay.Protect(rows, _threshold, (i, j) => i < places.Length && TooClose(places[i], _cells[j])));
    }

    /// <summary>
    /// Some filter before this one on the list counts nearly the same persons: only that one shows how many they are.
    /// </summary>
    private bool TooClose(int place, int[] cell) => _offered.Take(place)
        .Any(before => !_threshold.Allows(before.Members.Apart(_offered[place].Members, cell)));
}
