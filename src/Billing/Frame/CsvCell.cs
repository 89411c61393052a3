namespace EventOps.Billing.Frame;

/// <summary>One text in a CSV file (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe before
/// it.</summary>
internal static class CsvCell
{
    public static string Of(string? text)
    {
        text ??= "";
        if (text.TrimStart().TrimStart('"', '\'', '\uFEFF') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) text = "'" + text;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>One line; German spreadsheets part cells at semicolons.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(';', cells.Select(Of)) + "\r\n";
}
