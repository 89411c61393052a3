using System.Globalization;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Importing;

/// <summary>What a name in an expression stands for.</summary>
/// <param name="Question">The question.</param>
/// <param name="Part">Row of a matrix.</param>
/// <param name="Values">What its values are called in the file.</param>
/// <param name="Ordered">Whether more and less make sense; any whole number is then a value.</param>
/// <param name="Several">Whether it holds several values at once.</param>
/// <param name="Choice">A name that stands for one choice of several: taken or not.</param>
internal sealed record Target(
    Guid Question, int? Part, IReadOnlyDictionary<string, int> Values, bool Ordered = false, bool Several = false,
    int? Choice = null);

/// <summary>Turns simple expressions into conditions, by what the questions read so far are called.</summary>
internal sealed class Conditions
{
    private readonly Dictionary<string, Target> _targets = new(StringComparer.Ordinal);

    public void Add(string name, Target target) => _targets.TryAdd(name, target);

    /// <summary>Null where something in it cannot be looked at here.</summary>
    public Condition? Of(Relevance relevance)
    {
        var checks = new List<Check>();
        foreach (var term in relevance.Terms)
        {
            if (!_targets.TryGetValue(term.Name, out var target) || Check(term, target) is not { } check) return null;
            checks.Add(check);
        }

        return new(relevance.Any, checks);
    }

    private static Check? Check(Term term, Target target)
    {
        if (target.Choice is { } choice)
            return (term.How, term.Value is "Y" or "1", term.Value.Length == 0) switch
            {
                ("=", true, _) or ("!=", _, true) => new(target.Question, null, Comparison.Is, choice, null),
                ("!=", true, _) or ("=", _, true) => new(target.Question, null, Comparison.IsNot, choice, null),
                _ => null,
            };
        if (ValueOf(term, target) is not { } value) return null;
        return term.How switch
        {
            "=" when !target.Several => New(Comparison.Is, value),
            "!=" when !target.Several => New(Comparison.IsNot, value),
            "contains" when target.Several => New(Comparison.Is, value),
            "notcontains" when target.Several => New(Comparison.IsNot, value),
            ">=" when target.Ordered => New(Comparison.AtLeast, value),
            "<=" when target.Ordered => New(Comparison.AtMost, value),
            ">" when target.Ordered => New(Comparison.AtLeast, value + 1),
            "<" when target.Ordered => New(Comparison.AtMost, value - 1),
            _ => null,
        };

        Check New(Comparison how, int looked) => new(target.Question, target.Part, how, looked, null);
    }

    private static int? ValueOf(Term term, Target target) =>
        target.Values.TryGetValue(term.Value, out var known) ? known
        : target.Ordered && int.TryParse(term.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number is > -1_000_000_000 and < 1_000_000_000 ? number : null;
}
