using System.Text;

namespace EventOps.Billing.BankFiles;

/// <summary>Cells of a file with semicolons; a cell in quotes may hold semicolons, doubled quotes and line breaks.</summary>
internal static class CsvLines
{
    /// <summary>Each record with the line it begins on, from 1; empty ones are left away.</summary>
    public static IEnumerable<(string[] Cells, int Line)> Of(string text)
    {
        var (cells, cell) = (new List<string>(), new StringBuilder());
        var (isQuoted, line, start) = (false, 1, 1);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\n') line++;
            if (isQuoted)
            {
                if (letter != '"') cell.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
                else isQuoted = false;
            }
            else if (letter == '"' && cell.ToString().Trim().Length == 0)
            {
                cell.Clear();
                isQuoted = true;
            }
            else if (letter is ';' or '\n' or '\r')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                if (letter == ';') continue;
                if (cells.Any(one => one.Length > 0)) yield return ([.. cells], start);
                cells.Clear();
                start = line;
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString().Trim());
        if (cells.Any(one => one.Length > 0)) yield return ([.. cells], start);
    }
}
