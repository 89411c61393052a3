using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EventOps.Ui;

namespace EventOps.Surveys.Importing;

/// <summary>Texts of strangers as plain ones: no markup, no characters that hide, one Unicode form, bearable length.</summary>
public static partial class PlainText
{
    private const int MostRead = 10_000;

    /// <summary>What a reader of the HTML would see, lines kept.</summary>
    public static string OfHtml(string html)
    {
        if (html.Length > MostRead) html = html[..MostRead];
        var text = Spaces().Replace(Unseen().Replace(html, " "), " ");
        text = Tags().Replace(Breaks().Replace(text, "\n"), "");
        return Of(WebUtility.HtmlDecode(text));
    }

    /// <summary>Without hidden characters and needless space at the ends of lines.</summary>
    public static string Of(string text)
    {
        if (text.Length > MostRead) text = text[..MostRead];
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            var letter = rune.ToString();
            if (rune.Value == '\t') kept.Append(' ');
            else if (rune.Value is '\n' || (rune != Rune.ReplacementChar && Shape.Fault(letter, 2) is null)) kept.Append(letter);
        }

        return Shape.Tidy(LineEnds().Replace(kept.ToString(), "\n"));
    }

    /// <summary>In one line.</summary>
    public static string Line(string text) => text.Replace('\n', ' ');

    /// <summary>No longer than there is room for; never half a character.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return $"{text[..end].TrimEnd()}…";
    }

    [GeneratedRegex(
        @"<(script|style|iframe|object|template)\b.*?(</\1\s*>|$)|<!--.*?(-->|$)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?<(br|/p|/div|/li|/h[1-6]|/tr)\b[^>]*> ?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"</?[a-zA-Z!][^>]*>?", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@" *\n *(\n *)*", RegexOptions.None, 1000)]
    private static partial Regex LineEnds();
}
