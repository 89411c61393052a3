using System.Text.RegularExpressions;

namespace EventOps.Surveys.FreeTexts;

/// <summary>What a marked place in a free text may be.</summary>
public enum Marked
{
    Mail,
    Link,
    Phone,
    Handle,
    Name,
}

/// <summary>A place in a free text that a person has to look at before the text is public.</summary>
public sealed record Mark(Marked What, int Start, int Length);

/// <summary>Finds addresses, numbers and likely names; it finds too much rather than too little, and still not all.</summary>
public static class Redaction
{
    public const string Blanked = "[…]";

    private const string Name = @"\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}[\p{L}\p{M}]+)*";

    private static readonly (Marked What, Regex Pattern)[] s_patterns =
    [
        (Marked.Handle, Pattern(@"(?:^|[^\w@.])(?<it>@[\w.-]*\w(?:@[\w.-]+\w)?)")),
        (Marked.Mail, Pattern(@"[\w.+-]+(?:@|\s?[\[(](?:at|ät)[\])]\s?)[\w-]+(?:\.[\w-]+)+")),
        (Marked.Link, Pattern(@"(?:https?://|www\.)[^\s<>""]+"
            + @"|\b[\w-]+(?:\.[\w-]+)*\.(?:de|com|org|net|eu|io|info|bayern|social)\b(?:/[^\s<>""]*)?")),
        (Marked.Phone, Pattern(@"(?:\+?\(|\+|\b)[0-9][0-9 ()/.\u2013-]{4,}[0-9]")),
        (Marked.Name, Pattern(@"\b(?:(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.|Professor(?:in)?|Mrs?\b\.?|Ms\b\.?|Miss|Mister)\s+)+"
            + $@"(?:(?:von|van|de|zu|der)\s+)*{Name}(?:\s+(?:(?:von|van|de|zu|der)\s+)*{Name})?")),
        (Marked.Name, Pattern($@"\b(?<first>\p{{Lu}}[\p{{L}}\p{{M}}]+)(?:-\p{{Lu}}[\p{{L}}\p{{M}}]+)?"
            + $@"(?:\s+(?:von|van|de|zu|der))*(?:\s+{Name})?")),
    ];

    private static readonly Regex s_noPhone = Pattern(
        @"^(?:[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}\s?[-/\u2013]\s?[0-9]{4}"
        + @"|[0-9]{1,2}[.:][0-9]{2}\s?[-\u2013]\s?[0-9]{1,2}[.:][0-9]{2})$");

    /// <summary>In the order of the text, none inside another.</summary>
    public static IReadOnlyList<Mark> Of(string text)
    {
        var marks = new List<Mark>();
        var taken = new bool[text.Length];
        foreach (var (what, pattern) in s_patterns)
        {
            foreach (Match match in pattern.Matches(text))
            {
                var place = match.Groups["it"] is { Success: true } it ? it : (Group)match;
                if (match.Groups["first"] is { Success: true } first && !FirstNames.All.Contains(first.Value)) continue;
                if (what == Marked.Phone && !IsPhone(place.Value)) continue;
                if (taken.AsSpan(place.Index, place.Length).Contains(true)) continue;
                taken.AsSpan(place.Index, place.Length).Fill(true);
                marks.Add(new(what, place.Index, place.Length));
            }
        }

        return [.. marks.OrderBy(mark => mark.Start)];
    }

    public static string Blank(string text) => Of(text).Reverse().Aggregate(
        text, (left, mark) => string.Concat(left.AsSpan(0, mark.Start), Blanked, left.AsSpan(mark.Start + mark.Length)));

    private static bool IsPhone(string digits) => digits.Count(char.IsAsciiDigit) >= 7 && !s_noPhone.IsMatch(digits);

    /// <summary>Anybody may write these texts, so no pattern may go back and forth in them.</summary>
    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
