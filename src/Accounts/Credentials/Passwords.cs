namespace EventOps.Accounts.Credentials;

/// <summary>
/// What a password has to be: long, and not a single idea. No rules on kinds of letters; paste and password managers work.
/// </summary>
public static class Passwords
{
    public const int Shortest = 12;
    public const int Longest = 256;
    private const int FewestLetters = 6;

    /// <summary>OWASP's figure for PBKDF2 with SHA-512.</summary>
    public const int HashIterations = 210_000;

    /// <summary>The key of the text that says what is wrong, or null.</summary>
    public static string? Wrong(string? password, string mail, string name)
    {
        if (password is null || password.Length < Shortest) return "password.short";
        if (password.Length > Longest) return "password.long";
        if (password.ToUpperInvariant().Distinct().Count() < FewestLetters) return "password.simple";
        string[] known = [mail, mail.Split('@')[0], name, "eventops", "passwort", "password"];
        var rest = known.Where(word => word.Length >= 4)
            .Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        return rest.Length < Shortest / 2 ? "password.known" : null;
    }
}
