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
    private readonly Patterns _patterns;
    private readonly int[] _options;
    private readonly Threshold _threshold;
    private readonly List<Filter> _offered = [];
    private readonly ConcurrentDictionary<IReadOnlyList<int>, FilteredCounts> _counts = new(ReferenceEqualityComparer.Instance);
    private readonly Span _sizes;

    private FilterGuard(Patterns patterns, int[] options, Threshold threshold)
    {
        (_patterns, _options, _threshold) = (patterns, options, threshold);
        _sizes = new(threshold.Least, patterns.Sizes);
        if (!threshold.Allows(patterns.Respondents)) return;
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

    public IReadOnlyCollection<IReadOnlyCollection<Condition>> Offered => [.. _offered.Select(one => one.Conditions)];

    /// <remarks><c>answers</c>: for each question that may be filtered by, each respondent's option, or -1 for none.</remarks>
    public static FilterGuard Of(IReadOnlyList<IReadOnlyList<int>> answers, IReadOnlyList<int> options, Threshold threshold) =>
        new(Patterns.From(answers), [.. options], threshold);

    public bool MayAnswer(params Condition[] filter) => Place(Filter.Of(filter)) >= 0;

    /// <summary>How many a filter leaves; withheld when it is refused.</summary>
    public Shown<int> Size(params Condition[] filter) =>
        Place(Filter.Of(filter)) is >= 0 and var place ? Shown<int>.Of(_offered[place].Members.Count(_patterns.Sizes))
            : Shown<int>.Withheld;

    /// <summary>The counts of a question within a filter, the last who gave no answer; none when the filter is refused.</summary>
    public OneWay? Counts(IReadOnlyList<int> answers, int options, params Condition[] filter) =>
        Place(Filter.Of(filter)) is >= 0 and var place
            ? _counts.GetOrAdd(answers, _ => new(_patterns, _offered, answers, options, _threshold))[place]
            : null;

    private int Place(Filter filter) => _offered.FindIndex(one => one == filter);

    private void Offer(Condition[] conditions)
    {
        var filter = Filter.Of(conditions);
        filter.Members = Members.Where(_patterns.Sizes.Length,
            pattern => conditions.All(one => _patterns.Options[pattern][one.Question] == one.Option));
        if (_offered.Any(other => !_threshold.Allows(other.Members.Apart(filter.Members, _patterns.Sizes)))) return;
        if (_sizes.TryAdd(Enumerable.Range(0, _patterns.Sizes.Length).Select(filter.Members.Has))) _offered.Add(filter);
    }

    private IEnumerable<Condition> Singles(int question)
    {
        var table = OneWay.Protect(Table(null, question)[0], _threshold);
        return Enumerable.Range(0, _options[question]).Where(option => !table.Cells[option].IsWithheld)
            .Select(option => new Condition(question, option));
    }

    private IEnumerable<Condition[]> Pairs(int first, int second)
    {
        var table = TwoWay.Protect(Table(first, second), _threshold);
        return from one in Enumerable.Range(0, _options[first])
               from other in Enumerable.Range(0, _options[second])
               where !table.Cells[one][other].IsWithheld
               select (Condition[])[new(first, one), new(second, other)];
    }

    /// <summary>
    /// One answer by another; who is in none of the options makes a last row, unless that is nobody; likewise for columns.
    /// </summary>
    private int[][] Table(int? rows, int columns)
    {
        var (height, width) = (rows is { } first ? _options[first] : 1, _options[columns]);
        var counts = Enumerable.Range(0, height + 1).Select(_ => new int[width + 1]).ToArray();
        foreach (var (pattern, options) in _patterns.Options.Index())
        {
            var row = rows is { } one ? options[one] : 0;
            counts[Within(row, height)][Within(options[columns], width)] += _patterns.Sizes[pattern];
        }

        if (counts[^1].Sum() == 0) counts = counts[..height];
        return counts.Sum(row => row[^1]) == 0 ? [.. counts.Select(row => row[..width])] : counts;
    }

    private static int Within(int option, int options) => option >= 0 && option < options ? option : options;
}
