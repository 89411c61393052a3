using System.Text.RegularExpressions;

namespace EventOps.Surveys.FreeTexts;

/// <summary>A word that carries a topic: as written, its stem, and its place in the text.</summary>
internal sealed record Word(string Written, string Stem, int Place)
{
    private const int ShortestStem = 3;

    /// <summary>The words of a text in its own language, without stop words, addresses and what may be somebody's name.</summary>
    public static IReadOnlyList<Word> Of(string text)
    {
        string[] written = [.. Letters.Matches(Redaction.Blank(text)).Select(match => match.Value)];
        string[] lower = [.. written.Select(word => word.ToLowerInvariant().Replace('’', '\''))];
        var isEnglish = StopWords.IsEnglish(lower);
        string Stem(string word) => isEnglish ? EnglishStem.Of(word) : GermanStem.Of(word);
        return [.. lower.Select((word, place) => new Word(written[place], Stem(word), place))
            .Where(word => word.Stem.Length >= ShortestStem && !IsStopWord(lower[word.Place], isEnglish))];
    }

    private static bool IsStopWord(string word, bool isEnglish) =>
        (isEnglish ? StopWords.English : StopWords.German).Contains(word);

    private static readonly Regex Letters = new(@"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?", RegexOptions.NonBacktracking);
}
