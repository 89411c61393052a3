namespace EventOps.Surveys.SmallGroups;

/// <summary>One question has this option as its answer.</summary>
public sealed record Condition(int Question, int Option);

/// <summary>Which filters a report answers, whoever asks and whatever was asked before: the list is fixed by the answers alone.</summary>
/// <remarks>
/// A filter of one condition is on the list when the question's own table shows its count, one of two when their cross-table does;
/// and any two on the list differ by enough persons. Within a filter a count is shown only when that holds for it as well.
/// </remarks>
public sealed class FilterGuard
{
    private const int None = -1;

    private readonly IReadOnlyList<IReadOnlyList<int>> _answers;
    private readonly int[] _options;
    private readonly int _respondents;
    private readonly Threshold _threshold;
    private readonly Dictionary<Filter, Members> _offered = [];

    private FilterGuard(IReadOnlyList<IReadOnlyList<int>> answers, int[] options, Threshold threshold)
    {
        (_answers, _options, _respondents, _threshold) = (answers, options, answers.Count == 0 ? 0 : answers[0].Count, threshold);
        if (!threshold.Allows(_respondents)) return;
        Offer([]);
        var singles = Enumerable.Range(0, options.Length).SelectMany(Singles).ToArray();
        foreach (var one in singles) Offer([one]);
        for (var first = 0; first < options.Length; first++)
        {
            for (var second = first + 1; second < options.Length; second++)
            {
                foreach (var pair in Pairs(first, second)) Offer(pair);
            }
        }
    }

    public IReadOnlyCollection<IReadOnlyCollection<Condition>> Offered => [.. _offered.Keys.Select(filter => filter.Conditions)];

    /// <remarks><c>answers</c>: for each question that may be filtered by, each respondent's option, or -1 for none.</remarks>
    public static FilterGuard Of(IReadOnlyList<IReadOnlyList<int>> answers, IReadOnlyList<int> options, Threshold threshold) =>
        new(answers, [.. options], threshold);

    public bool MayAnswer(params Condition[] filter) => _offered.ContainsKey(Filter.Of(filter));

    /// <summary>The counts of a question within a filter; the last cell is who gave no answer. None when the filter is refused.</summary>
    public OneWay? Counts(IReadOnlyList<int> answers, int options, params Condition[] filter)
    {
        if (!_offered.TryGetValue(Filter.Of(filter), out var within)) return null;
        Members[] cells = [.. Enumerable.Range(0, options).Append(None).Select(option => Members.Where(_respondents, i => answers[i] == option))];
        var inTable = filter.Length == 0 ? null : Row(answers, options, filter);
        return OneWay.Protect([.. cells.Select(cell => cell.And(within).Count)], _threshold, TooClose);

        bool TooClose(int cell) => inTable is not null && inTable[cell].IsWithheld
            || _offered.Values.Any(other => other != within && !_threshold.Allows(other.Xor(within).And(cells[cell]).Count));
    }

    private IReadOnlyList<Shown<int>> Row(IReadOnlyList<int> answers, int options, Condition[] filter)
    {
        int[] questions = [.. filter.Select(one => one.Question).Order()];
        // Conditions of the same questions are the rows; all that is not offered is one more.
        Filter[] rows = [.. _offered.Keys.Where(other => other.Conditions.Select(one => one.Question).Order().SequenceEqual(questions))];
        var table = rows.Append(null).Select(_ => new int[options + 1]).ToArray();
        for (var i = 0; i < _respondents; i++)
        {
            var row = Array.FindIndex(rows, other => other.Conditions.All(one => _answers[one.Question][i] == one.Option));
            table[row < 0 ? rows.Length : row][answers[i] == None ? options : answers[i]]++;
        }

        return TwoWay.Protect(table, _threshold).Cells[Array.IndexOf(rows, Filter.Of(filter))];
    }

    private void Offer(Condition[] conditions)
    {
        var members = Members.Where(_respondents, i => conditions.All(one => _answers[one.Question][i] == one.Option));
        if (_offered.Values.All(other => _threshold.Allows(other.Xor(members).Count))) _offered[Filter.Of(conditions)] = members;
    }

    private IEnumerable<Condition> Singles(int question)
    {
        var counts = new int[_options[question] + 1];
        foreach (var answer in _answers[question]) counts[answer == None ? ^1 : answer]++;
        var table = OneWay.Protect(counts, _threshold);
        return Enumerable.Range(0, _options[question]).Where(option => !table.Cells[option].IsWithheld)
            .Select(option => new Condition(question, option));
    }

    private IEnumerable<Condition[]> Pairs(int first, int second)
    {
        var counts = Enumerable.Range(0, _options[first] + 1).Select(_ => new int[_options[second] + 1]).ToArray();
        for (var i = 0; i < _respondents; i++)
        {
            var (one, other) = (_answers[first][i], _answers[second][i]);
            counts[one == None ? ^1 : one][other == None ? ^1 : other]++;
        }

        var table = TwoWay.Protect(counts, _threshold);
        return from one in Enumerable.Range(0, _options[first])
               from other in Enumerable.Range(0, _options[second])
               where !table.Cells[one][other].IsWithheld
               select (Condition[])[new(first, one), new(second, other)];
    }

    private sealed record Filter(string Key, Condition[] Conditions)
    {
        public static Filter Of(Condition[] conditions)
        {
            Condition[] ordered = [.. conditions.OrderBy(one => one.Question).ThenBy(one => one.Option)];
            return new(string.Join(' ', ordered.Select(one => $"{one.Question}:{one.Option}")), ordered);
        }

        public bool Equals(Filter? other) => other?.Key == Key;

        public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
    }
}
