using System.Globalization;
using System.Text;

namespace EventOps.Ui;

/// <summary>
/// The shape of what people type: trimmed, in one Unicode form, of bearable length, without characters that hide or turn text
/// around. Collects one sentence per field that needs another look.
/// </summary>
public sealed class Shape(FormErrors errors)
{
    public const int Name = 120;
    public const int Title = 200;
    public const int Email = 254;
    public const int Paragraphs = 5000;

    /// <summary>Where the sentences are collected.</summary>
    public FormErrors Errors => errors;

    /// <summary>Whether nothing needs another look.</summary>
    public bool Fits => !errors.Any;

    /// <summary>A sentence of this kind for callers that check a shape themselves: shape.long, shape.number, shape.moment, shape.skipped.</summary>
    public static string Sentence(string key, params ReadOnlySpan<object?> facts) => UiTexts.Of[key, facts];

    /// <summary>One line of text. <paramref name="missing"/>: the sentence for an empty one; null where it is voluntary.</summary>
    public string Line(string field, string? typed, int most, string? missing = null) =>
        Check(field, typed, most, missing, lines: false);

    /// <summary>Text of several lines.</summary>
    public string Text(string field, string? typed, int most = Paragraphs, string? missing = null) =>
        Check(field, typed, most, missing, lines: true);

    /// <summary>An address that a mail could go to; whether it arrives, only a mail tells.</summary>
    public string Address(string field, string? typed, string missing)
    {
        var address = Line(field, typed, Email, missing);
        var at = address.LastIndexOf('@');
        var domain = address[(at + 1)..];
        var plausible = at > 0 && domain.Length > 0 && !domain.StartsWith('.') && !domain.EndsWith('.')
            && !address.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>' or '"' or ',' or ';' or '(' or ')');
        if (address.Length > 0 && !plausible) errors.Add(field, UiTexts.Of["shape.address"]);
        return address;
    }

    /// <summary>A whole number between two bounds.</summary>
    public int Number(string field, string? typed, int least, int most)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= most)
            return number;
        errors.Add(field, UiTexts.Of["shape.number", Say.Number(least), Say.Number(most)]);
        return least;
    }

    /// <summary>A day and time as inputs of type datetime-local send them; null with a sentence where they cannot be read.</summary>
    public DateTime? Moment(string field, string? typed)
    {
        if (DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is > 2000 and < 2200) return DateTime.SpecifyKind(moment, DateTimeKind.Unspecified);
        errors.Add(field, UiTexts.Of["shape.moment"]);
        return null;
    }

    /// <summary>Why a text cannot be taken, as the key of a sentence; null when it can. For callers without a form.</summary>
    public static string? Fault(string text, int most, bool lines = false) =>
        text.Length > most ? "shape.long"
        : text.Any(letter => IsHidden(letter) && !(lines && letter is '\n')) || HasBrokenPair(text) ? "shape.hidden"
        : null;

    /// <summary>Trimmed and in the composed Unicode form, line ends as single line feeds.</summary>
    public static string Tidy(string? typed)
    {
        var text = (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        return HasBrokenPair(text) ? text : text.Normalize(NormalizationForm.FormC);
    }

    private string Check(string field, string? typed, int most, string? missing, bool lines)
    {
        // Far too long is refused unread: composing can shorten a text, but not that much.
        var text = typed?.Length > most * 4L ? typed : Tidy(typed);
        if (text.Length == 0 && missing is not null) errors.Add(field, missing);
        if (Fault(text, most, lines) is { } fault) errors.Add(field, UiTexts.Of[fault, Say.Number(most)]);
        return text;
    }

    // Control characters, line separators, and the marks that turn the reading direction of what follows.
    private static bool IsHidden(char letter) =>
        char.IsControl(letter)
            || letter is '\u2028' or '\u2029' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool HasBrokenPair(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return true;
            at++;
        }

        return false;
    }
}
