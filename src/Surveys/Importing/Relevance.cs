using System.Text.RegularExpressions;

namespace EventOps.Surveys.Importing;

/// <summary>One comparison of an expression: <c>Q1.NAOK == "A1"</c> or <c>{q1} = 'a'</c>.</summary>
public sealed record Term(string Name, string How, string Value);

/// <summary>An expression that is a row of comparisons, all joined by "and" or all by "or".</summary>
public sealed record Relevance(bool Any, IReadOnlyList<Term> Terms)
{
    /// <summary>Null where the expression is anything else.</summary>
    public static Relevance? Parse(string expression) => new RelevanceReading(expression).Read();

    /// <summary>Both together; null where that is no simple row any more.</summary>
    public static Relevance? And(Relevance one, Relevance other) => Join(one, other, any: false);

    internal static Relevance? Join(Relevance one, Relevance other, bool any) =>
        (one.Terms.Count > 1 && one.Any != any) || (other.Terms.Count > 1 && other.Any != any) ? null
        : new(any, [.. one.Terms, .. other.Terms]);
}

/// <summary>Goes through one expression from left to right.</summary>
internal sealed partial class RelevanceReading(string expression)
{
    private const int Longest = 2_000;
    private const int Deepest = 16;
    private readonly Queue<string> _tokens = new();

    public Relevance? Read()
    {
        if (expression.Length > Longest) return null;
        var end = 0;
        foreach (Match token in Tokens().Matches(expression))
        {
            if (expression[end..token.Index].Trim().Length > 0) return null;
            end = token.Index + token.Length;
            _tokens.Enqueue(token.Value);
        }

        if (expression[end..].Trim().Length > 0) return null;
        var read = Row(0);
        return _tokens.Count == 0 ? read : null;
    }

    private Relevance? Row(int depth)
    {
        var row = Part(depth);
        bool? any = null;
        while (row is not null && _tokens.TryPeek(out var joint) && Joint(joint) is { } isAny)
        {
            if (any is { } known && known != isAny) return null;
            any = isAny;
            _tokens.Dequeue();
            row = Part(depth) is { } next ? Relevance.Join(row, next, isAny) : null;
        }

        return row;
    }

    private Relevance? Part(int depth)
    {
        if (!_tokens.TryDequeue(out var first)) return null;
        if (first == "(")
        {
            var inner = depth < Deepest ? Row(depth + 1) : null;
            return _tokens.TryDequeue(out var closing) && closing == ")" ? inner : null;
        }

        if (!_tokens.TryDequeue(out var how) || How(how) is not { } comparison || !_tokens.TryDequeue(out var value)) return null;
        return Name(first) is { } name && Value(value) is { } constant ? new(false, [new(name, comparison, constant)]) : null;
    }

    private static bool? Joint(string token) =>
        token.ToLowerInvariant() switch { "and" or "&&" => false, "or" or "||" => true, _ => null };

    private static string? How(string token) => token.ToLowerInvariant() switch
    {
        "==" or "=" or "eq" or "equal" => "=",
        "!=" or "<>" or "ne" or "notequal" => "!=",
        ">=" or "ge" or "greaterorequal" => ">=",
        "<=" or "le" or "lessorequal" => "<=",
        ">" or "gt" or "greater" => ">",
        "<" or "lt" or "less" => "<",
        "contains" or "contain" => "contains",
        "notcontains" or "notcontain" => "notcontains",
        _ => null,
    };

    private static string? Name(string token) => token[0] == '{' ? token[1..^1].Trim()
        : char.IsLetterOrDigit(token[0]) && token.Any(letter => !char.IsDigit(letter)) ? token.Split('.')[0] : null;

    private static string? Value(string token) => token[0] is '"' or '\'' ? token[1..^1]
        : token.All(letter => char.IsDigit(letter) || letter is '-') ? token : null;

    [GeneratedRegex("""\{[^{}]*\}|"[^"]*"|'[^']*'|==|!=|<>|>=|<=|&&|\|\||[=<>()]|-?[\w.]+""", RegexOptions.None, 1000)]
    private static partial Regex Tokens();
}
