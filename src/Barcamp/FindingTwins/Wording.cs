using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace EventOps.Barcamp.FindingTwins;

/// <summary>
/// Takes the words of a text apart and brings each to a simple stem: case, umlauts and endings make no difference.
/// </summary>
internal static class Wording
{
    private const int ShortestStem = 4;

    // Longer endings first; what is left has to be a word still.
    private static readonly (string Ending, string Instead)[] s_endings =
    [
        ("ierungen", "ier"), ("ierung", "ier"), ("isation", "is"), ("ungen", "ung"), ("heiten", "heit"), ("keiten", "keit"),
        ("ionen", "ion"), ("innen", ""), ("ieren", "ier"), ("ising", "is"), ("izing", "is"), ("ies", "y"), ("ern", ""),
        ("ing", ""), ("en", ""), ("er", ""), ("es", ""), ("em", ""), ("e", ""), ("n", ""), ("s", ""),
    ];

    private static readonly FrozenSet<string> s_small = (
        "der die das den dem des ein eine einer einem eines einen und oder aber wie was wer wo wann warum wozu mit " +
        "ohne fuer von vom zu zum zur im in an am auf aus bei bis durch gegen ueber unter vor nach zwischen ist sind " +
        "war wird werden kann koennen soll sollen muss ihre ihren ihrem ihrer ihres seine seinen seinem seiner unsere " +
        "unseren unserem unserer eure meine deine diese dieser dieses diesem muessen darf will wollen wir ihr sie er " +
        "es ich du man mein dein sein unser euer nicht kein keine auch nur noch schon mehr sehr so als wenn dass ob " +
        "um statt alle alles jede jeder gute gut besser neue neu heute morgen hier dort macht machen geht gehen haben " +
        "hat the a an and or but how what who where when why with without for from of to in on at by into over under " +
        "is are was be been can could should must may will would we you they he she it i me my your our their not no " +
        "also only more very so as if that this these those all each every good better new today do does make makes " +
        "use using get let us about between through than then workshop session sessions diskussion discussion " +
        "einfuehrung introduction intro thema themen topic topics frage fragen question questions erfahrung " +
        "erfahrungen experience experiences praxis practice beispiel beispiele example examples austausch exchange " +
        "bericht report talk vortrag barcamp idee ideen idea ideas runde impuls projekt project projekte projects " +
        "muenchen munich stadt city")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    /// <summary>
    /// Stems in their order, each with the word as it was written. Small words are left out; short ones in capitals stay.
    /// </summary>
    public static IEnumerable<(string Stem, string Surface)> Of(string text)
    {
        foreach (var word in Words(text))
        {
            var plain = Plain(word);
            if (plain.Length > 1 && !s_small.Contains(plain)) yield return (Stem(plain), word);
        }
    }

    public static string Stem(string plain)
    {
        foreach (var (ending, instead) in s_endings)
            if (plain.Length - ending.Length + instead.Length >= ShortestStem && plain.EndsWith(ending, StringComparison.Ordinal)
                && plain.AsSpan(0, plain.Length - ending.Length).ContainsAny(s_vowels))
                return plain[..^ending.Length] + instead;
        return plain;
    }

    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length + 4);
        foreach (var letter in word.ToLowerInvariant())
        {
            plain.Append(letter switch { 'ä' => "ae", 'ö' => "oe", 'ü' => "ue", 'ß' => "ss", _ => letter.ToString() });
        }

        var decomposed = plain.ToString().Normalize(NormalizationForm.FormD);
        plain.Clear();
        foreach (var letter in decomposed)
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append(letter);
        return plain.ToString();
    }

    // Letters and digits; star, colon and underscore within a word are forms of address (Bürger*innen) and belong to it.
    private static IEnumerable<string> Words(string text)
    {
        text = text.Normalize();
        var word = new StringBuilder();
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetterOrDigit(text[at])) word.Append(text[at]);
            else if (at + 1 < text.Length && word.Length > 0 && text[at] is '*' or ':' or '_'
                && char.IsLower(text[at + 1])) continue;
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
