using System.Globalization;
using System.Text;

namespace EventOps.Marketplace.Directory;

/// <summary>What a visitor looks for: every word has to be found, at its beginning or within, with or without dots on letters.</summary>
public sealed record DirectorySearch(string Text, string Topic)
{
    private const int Longest = 100;

    public bool Any => Text.Length > 0 || Topic.Length > 0;

    public static DirectorySearch Of(string? text, string? topic) => new(Cut(text), Cut(topic));

    public bool Finds(Listed listed)
    {
        if (Topic.Length > 0 && !listed.Entry.Topics.Any(topic => Plain(topic) == Plain(Topic))) return false;
        var all = Plain(string.Join(' ', [
            listed.Entry.Name, listed.Entry.About.De, listed.Entry.About.En, .. listed.Entry.Topics,
            .. listed.Stands.Select(stand => stand.Number)]));
        return Plain(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => all.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Lower case, without accents; ß as ss.</summary>
    internal static string Plain(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) letters.Append(letter);
        return letters.ToString();
    }

    private static string Cut(string? typed) =>
        (typed ?? "").Trim() is var text && text.Length > Longest ? text[..Longest] : text;
}
