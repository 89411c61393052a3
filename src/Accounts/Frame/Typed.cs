using System.Globalization;
using System.Text.RegularExpressions;

namespace EventOps.Accounts.Frame;

/// <summary>What people type into the forms of this module, trimmed and with a shape; null where it has none.</summary>
public static partial class Typed
{
    public static string? Line(string? typed, int longest)
    {
        var line = typed?.Trim().Normalize() ?? "";
        return line.Length > 0 && line.Length <= longest && !line.Any(IsTrap) ? line : null;
    }

    public static string? Mail(string? typed) => Line(typed, 254) is { } mail && MailShape().IsMatch(mail) ? mail : null;

    public static string? Slug(string? typed) => typed is not null && SlugShape().IsMatch(typed) ? typed : null;

    /// <summary>A path on this host, or null: nobody is sent elsewhere after signing in.</summary>
    public static string? LocalPath(string? typed) =>
        typed is ['/', ..] && typed is not ['/', '/' or '\\', ..] && !typed.Any(char.IsControl) ? typed : null;

    // Control characters, and those that turn the reading direction of what follows.
    private static bool IsTrap(char letter) =>
        char.IsControl(letter) || letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
        || char.GetUnicodeCategory(letter) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"^[^\s@<>"",;:\\()\[\]]{1,64}@[^\s@<>"",;:\\()\[\]]+\.[^\s@.<>"",;:\\()\[\]]{2,}\z")]
    private static partial Regex MailShape();

    [GeneratedRegex(@"^[a-z0-9-]{1,100}\z")]
    private static partial Regex SlugShape();
}
