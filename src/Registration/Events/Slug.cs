using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EventOps.Registration.Events;

/// <summary>An event's place in URLs: lower-case letters and digits, hyphens between them.</summary>
public static partial class Slug
{
    private const int Longest = 60;

    // Paths below /events that are no event.
    private static readonly string[] s_reserved = ["new"];

    public static bool IsValid(string slug) =>
        slug.Length is >= 2 and <= Longest && Form().IsMatch(slug) && !s_reserved.Contains(slug);

    /// <summary>A proposal from a name: <c>Open Government Tag München 2017</c> becomes <c>open-government-tag-muenchen-2017</c>.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        var german = name.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal)
            .Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        foreach (var letter in german.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return (slug.Length > Longest ? slug.ToString(0, Longest) : slug.ToString()).Trim('-');
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Form();
}
