using System.Collections.Concurrent;

namespace EventOps.Surveys.SmallGroups;

/// <summary>One question has this option as its answer.</summary>
public sealed record Condition(int Question, int Option);

/// <summary>
/// Which filters a report answers, whoever asks and whatever was asked before: the list is fixed by the answers alone.
/// </summary>
/// <remarks>
/// A filter of one condition is on the list when the question's own table shows its count, one of two when their cross-table
/// does; any two on the list differ by enough persons, and no small group follows from their sums. Within a filter a count is
/// shown only when that holds for it as well.
/// </remarks>
public sealed class FilterGuard
{
    private const int None = -1;

    private readonly IReadOnlyList<IReadOnlyList<int>> _answers;
    private readonly int[] _options;
    private readonly int _respondents;
    private readonly Threshold _threshold;
    private readonly List<(Filter Filter, Members Members)> _offered = [];
    private readonly ConcurrentDictionary<IReadOnlyList<int>, OneWay[]> _tables = new(ReferenceEqualityComparer.Instance);
    private readonly Span _sizes;

    private FilterGuard(IReadOnlyList<IReadOnlyList<int>> answers, int[] options, Threshold threshold)
    {
        (_answers, _options, _respondents, _threshold) = (answers, options, answers.Count == 0 ? 0 : answers[0].Count, threshold);
        _sizes = new(threshold.Least);
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

    public IReadOnlyCollection<IReadOnlyCollection<Condition>> Offered => [.. _offered.Select(one => one.Filter.Conditions)];

    /// <remarks><c>answers</c>: for each question that may be filtered by, each respondent's option, or -1 for none.</remarks>
    public static FilterGuard Of(IReadOnlyList<IReadOnlyList<int>> answers, IReadOnlyList<int> options, Threshold threshold) =>
        new(answers, [.. options], threshold);

    public bool MayAnswer(params Condition[] filter) => Place(Filter.Of(filter)) >= 0;

    /// <summary>The counts of a question within a filter, the last who gave no answer; none when the filter is refused.</summary>
    public OneWay? Counts(IReadOnlyList<int> answers, int options, params Condition[] filter) =>
        Place(Filter.Of(filter)) is >= 0 and var place ? _tables.GetOrAdd(answers, _ => Tables(answers, options))[place] : null;

    private OneWay[] Tables(IReadOnlyList<int> answers, int options)
    {
        // That nobody left a question out stands in the report anyway; an empty group has nothing to protect.
        var withNone = answers.Contains(None);
        int[] cells = [.. Enumerable.Range(0, options), .. withNone ? [None] : Array.Empty<int>()];
        Members[] members = [.. cells.Select(cell => Members.Where(_respondents, i => answers[i] == cell))];
        var all = OneWay.Protect([.. members.Select(cell => cell.Count)], _threshold);
        Shown<int>[][] rows = [[.. all.Cells], .. Enumerable.Range(1, _offered.Count - 1).Select(place => Row(members, place))];
        for (var j = 0; j < cells.Length; j++)
        {
            var span = new Span(_threshold.Least);
            int[] persons = [.. Enumerable.Range(0, _respondents).Where(i => answers[i] == cells[j])];
            for (var place = 0; place < rows.Length; place++)
            {
                if (!rows[place][j].IsWithheld && !span.TryAdd(persons.Select(i => Holds(place, i))))
                    rows[place][j] = Shown<int>.Withheld;
            }
        }

        foreach (var row in rows.Skip(1).Where(row => row.Count(cell => cell.IsWithheld) == 1))
            row[Array.FindIndex(row, cell => cell.OrNone == row.Min(one => one.OrNone))] = Shown<int>.Withheld;
        return [.. rows.Select((row, place) => new OneWay(
            Shown<int>.Of(_offered[place].Members.Count), withNone ? row : [.. row, Shown<int>.Of(0)]))];
    }

    private bool Holds(int place, int person) =>
        _offered[place].Filter.Conditions.All(one => _answers[one.Question][person] == one.Option);

    private Shown<int>[] Row(Members[] members, int place)
    {
        // Conditions on the same questions are the rows, none with a person of another; all that is not offered is one more.
        var questions = _offered[place].Filter.Questions;
        int[] places = [.. Enumerable.Range(0, _offered.Count).Where(i => _offered[i].Filter.Questions.SequenceEqual(questions))];
        var rows = places.Select(at => members.Select(cell => cell.And(_offered[at].Members).Count).ToArray()).ToList();
        int[] rest = [.. members.Select((cell, j) => cell.Count - rows.Sum(row => row[j]))];
        if (rest.Sum() > 0) rows.Add(rest);
        return [.. TwoWay.Protect(rows, _threshold, (i, j) => i < places.Length && TooClose(places[i], members[j]))
            .Cells[Array.IndexOf(places, place)]];
    }

    /// <summary>
    /// Some filter before this one on the list counts nearly the same persons: only that one shows how many they are.
    /// </summary>
    private bool TooClose(int place, Members cell) => _offered.Take(place)
        .Any(before => !_threshold.Allows(before.Members.Xor(_offered[place].Members).And(cell).Count));

    private int Place(Filter filter) => _offered.FindIndex(one => one.Filter == filter);

    /// <summary>
    /// One answer by another; who is in none of the given rows makes a last row, unless that is nobody; likewise for columns.
    /// </summary>
    private static IReadOnlyList<IReadOnlyList<int>> Table(
        IReadOnlyList<int> one, int[] rows, IReadOnlyList<int> other, int[] columns)
    {
        var counts = rows.Append(None).Select(_ => new int[columns.Length + 1]).ToArray();
        for (var i = 0; i < one.Count; i++)
        {
            var (row, column) = (Array.IndexOf(rows, one[i]), Array.IndexOf(columns, other[i]));
            counts[row < 0 ? ^1 : row][column < 0 ? ^1 : column]++;
        }

        var height = counts[^1].Sum() == 0 ? rows.Length : counts.Length;
        var width = counts.Sum(row => row[^1]) == 0 ? columns.Length : columns.Length + 1;
        return [.. counts.Take(height).Select(row => row[..width])];
    }

    private void Offer(Condition[] conditions)
    {
        bool IsIn(int person) => conditions.All(one => _answers[one.Question][person] == one.Option);
        var members = Members.Where(_respondents, IsIn);
        if (_offered.Any(other => !_threshold.Allows(other.Members.Xor(members).Count))) return;
        if (_sizes.TryAdd(Enumerable.Range(0, _respondents).Select(IsIn))) _offered.Add((Filter.Of(conditions), members));
    }

    private IEnumerable<Condition> Singles(int question)
    {
        var all = new int[_respondents];
        var counts = Table(all, [0], _answers[question], Options(question))[0];
        var table = OneWay.Protect(counts, _threshold);
        return Options(question).Where(option => !table.Cells[option].IsWithheld)
            .Select(option => new Condition(question, option));
    }

    private IEnumerable<Condition[]> Pairs(int first, int second)
    {
        var table = TwoWay.Protect(Table(_answers[first], Options(first), _answers[second], Options(second)), _threshold);
        return from one in Options(first)
               from other in Options(second)
               where !table.Cells[one][other].IsWithheld
               select (Condition[])[new(first, one), new(second, other)];
    }

    private int[] Options(int question) => [.. Enumerable.Range(0, _options[question])];

    private sealed record Filter(string Key, Condition[] Conditions)
    {
        public IEnumerable<int> Questions => Conditions.Select(one => one.Question);

        public static Filter Of(Condition[] conditions)
        {
            Condition[] ordered = [.. conditions.OrderBy(one => one.Question).ThenBy(one => one.Option)];
            return new(string.Join(' ', ordered.Select(one => $"{one.Question}:{one.Option}")), ordered);
        }

        public bool Equals(Filter? other) => other?.Key == Key;

        public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
    }
}
