using System.Globalization;

namespace EventOps.Ui;

/// <summary>A language that pages, mails and files are written in, with the culture that formats its numbers.</summary>
public sealed record Language(string Code, string Name, CultureInfo Culture)
{
    /// <summary>Sie, 18. Oktober 2017, 9:03 Uhr.</summary>
    public static readonly Language German = new("de", "Deutsch", CultureInfo.GetCultureInfo("de-DE"));

    /// <summary>You, 18 October 2017, 9:03 am.</summary>
    public static readonly Language English = new("en", "English", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>All of them, in the order of the switch.</summary>
    public static readonly IReadOnlyList<Language> All = [German, English];

    private static readonly AsyncLocal<Scope?> s_scope = new();

    /// <summary>
    /// The language of the request or of the innermost <see cref="Use"/>; outside of both, that of the thread's culture.
    /// </summary>
    public static Language Current => s_scope.Value?.Language
        ?? Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    /// <summary>The language with this code ("de", "de-AT", "EN"), or null.</summary>
    public static Language? Find(string? code) => code is null or ""
        ? null
        : All.FirstOrDefault(known => code.StartsWith(known.Code, StringComparison.OrdinalIgnoreCase)
            && (code.Length == known.Code.Length || code[known.Code.Length] == '-'));

    /// <summary>The language with this code, else the given one.</summary>
    public static Language FindOr(string? code, Language otherwise) => Find(code) ?? otherwise;

    /// <summary>
    /// Speaks this language until disposed: for mails and files that are made outside of a request or in another language.
    /// </summary>
    public static IDisposable Use(Language language)
    {
        var scope = new Scope(language, s_scope.Value, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        s_scope.Value = scope;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        return scope;
    }

    /// <summary>
    /// Changes the language of the innermost <see cref="Use"/> for all who share it, also for code that awaits the caller.
    /// </summary>
    internal static void Change(Language language)
    {
        if (s_scope.Value is { } scope) scope.Language = language;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
    }

    /// <summary>As in "de" or "en".</summary>
    public override string ToString() => Code;

    private sealed class Scope(Language language, Scope? outer, CultureInfo culture, CultureInfo uiCulture) : IDisposable
    {
        public Language Language { get; set; } = language;

        public void Dispose()
        {
            s_scope.Value = outer;
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
