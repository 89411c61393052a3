namespace EventOps.Registration.ReadingTheList;

/// <summary>
/// One text in a CSV file, quoted as RFC 4180 says. A text that a spreadsheet would take for a formula gets an apostrophe before
/// it, also where spaces or quotes stand before the sign.
/// </summary>
public static class CsvCell
{
    public static string Of(string? text)
    {
        text ??= "";
        if (IsFormula(text)) text = "'" + text;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>The text as it was before <see cref="Of"/>, quotes already taken off: for reading our own files again.</summary>
    public static string Plain(string cell) => cell is ['\'', .. var rest] && IsFormula(rest) ? rest : cell;

    private static bool IsFormula(string text)
    {
        foreach (var letter in text)
        {
            if (letter is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' or '\u2212') return true;
            if (!IsSkipped(letter)) return false;
        }

        return false;
    }

    // What some programs strip before they look for a formula.
    private static bool IsSkipped(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter)
        || letter is '"' or '\'' or '`' or '´' or '‘' or '’' or '“' or '”' or '„' or '\uFEFF' or '\u200B';
}
