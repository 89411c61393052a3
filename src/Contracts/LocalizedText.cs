using System.Globalization;

namespace EventOps.Contracts;

/// <summary>A text of the organiser in the product's two languages; one of them may be empty.</summary>
/// <param name="De">German.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string De, string En)
{
    /// <summary>No text in either language.</summary>
    public static LocalizedText Empty { get; } = new("", "");

    /// <summary>Whether neither language has a text.</summary>
    public bool IsEmpty => De.Length == 0 && En.Length == 0;

    /// <summary>The text for a two-letter language, or the other one where it is missing.</summary>
    public string In(string language) => string.Equals(language, "de", StringComparison.OrdinalIgnoreCase)
        ? De.Length > 0 ? De : En
        : En.Length > 0 ? En : De;

    /// <summary>The text in the language of the current request.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
