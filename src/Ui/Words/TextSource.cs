using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace EventOps.Ui;

/// <summary>
/// The texts of one module: Texts.resx (English) and Texts.de.resx beside the given type, in the language of the request.
/// </summary>
public sealed class TextSource(Type texts)
{
    private readonly Lazy<FrozenDictionary<string, string>> _german = new(() => Load(texts, CultureInfo.GetCultureInfo("de")));
    private readonly Lazy<FrozenDictionary<string, string>> _english = new(() => Load(texts, CultureInfo.InvariantCulture));

    /// <summary>Whether a missing key throws. In production the key itself is shown instead.</summary>
    public static bool Strict { get; set; } = true;

    /// <summary>The text, with {0}, {1} ... filled in and formatted for the language.</summary>
    public string this[string key, params ReadOnlySpan<object?> args]
    {
        get
        {
            var language = Language.Current;
            var text = Find(language, key) ?? Missing(language, key);
            return args.IsEmpty ? text : string.Format(language.Culture, text, args);
        }
    }

    /// <summary>The text for a number of things: key.one for 1, else key.other; {0} is the number, {1} ... the rest.</summary>
    public string Count(string key, long count, params ReadOnlySpan<object?> rest) =>
        this[count == 1 ? $"{key}.one" : $"{key}.other", [count.ToString("N0", Language.Current.Culture), .. rest]];

    /// <summary>The text as it stands in the file, or null.</summary>
    public string? Find(Language language, string key) =>
        (language == Language.German ? _german : _english).Value.GetValueOrDefault(key);

    /// <summary>All keys of a language: for a test that compares them.</summary>
    public IReadOnlyCollection<string> Keys(Language language) => (language == Language.German ? _german : _english).Value.Keys;

    private string Missing(Language language, string key) => Strict
        ? throw new InvalidOperationException($"{texts.FullName} has no text '{key}' in {language.Name}.")
        : _english.Value.GetValueOrDefault(key) ?? key;

    private static FrozenDictionary<string, string> Load(Type texts, CultureInfo culture) =>
        new ResourceManager(texts).GetResourceSet(culture, createIfNotExists: true, tryParents: false) is { } set
            ? set.Cast<DictionaryEntry>().ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal)
            : FrozenDictionary<string, string>.Empty;
}
