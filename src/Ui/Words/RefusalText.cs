using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;

namespace EventOps.Ui;

/// <summary>Says a refusal in words: the text "refusal.RecordName" with {Property} filled from the record.</summary>
public static partial class RefusalText
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, Func<object, object?>>> s_facts = new();

    /// <summary>The sentence for this refusal; moments are told in the given zone, or else as the record holds them.</summary>
    public static string For(object refusal, TextSource texts, Say? say = null)
    {
        var facts = s_facts.GetOrAdd(refusal.GetType(), Accessors);
        return Placeholder().Replace(texts[Key(refusal.GetType())], hole =>
            facts.TryGetValue(hole.Groups[1].Value, out var read) ? Show(read(refusal), say)
            : TextSource.Strict ? throw new InvalidOperationException($"{refusal.GetType().Name} has no fact {hole.Value}.")
            : "");
    }

    /// <summary>The key of a refusal's text.</summary>
    public static string Key(Type refusal) => $"refusal.{refusal.Name}";

    /// <summary>The stable code of a refusal for programs: <c>sold-out</c>.</summary>
    public static string Code(object refusal) => string.Concat(refusal.GetType().Name
        .Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string Show(object? fact, Say? say) => fact switch
    {
        null => "",
        DateTimeOffset at => say is null ? at.ToString("t", Language.Current.Culture) : say.ShortMoment(at),
        int or long or short => Say.Number(Convert.ToInt64(fact, CultureInfo.InvariantCulture)),
        decimal amount => Say.Number(amount, 2),
        IFormattable other => other.ToString(null, Language.Current.Culture),
        _ => fact.ToString() ?? "",
    };

    private static FrozenDictionary<string, Func<object, object?>> Accessors(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .ToFrozenDictionary(property => property.Name, Accessor, StringComparer.Ordinal);

    private static Func<object, object?> Accessor(PropertyInfo property)
    {
        var refusal = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(refusal, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), refusal).Compile();
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
