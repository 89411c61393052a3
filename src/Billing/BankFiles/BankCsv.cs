using System.Globalization;
using System.Text;
using EventOps.Billing.Money;

namespace EventOps.Billing.BankFiles;

/// <summary>
/// Account statements as banks export them for spreadsheets: semicolons, some lines above the header, amounts as Germans write
/// them, the sign sometimes in a column of its own. A line that cannot be read refuses the whole file.
/// </summary>
internal static class BankCsv
{
    private const int MostLines = 20_000;

    public static StatementFile Read(byte[] file, string iban)
    {
        CsvColumns? columns = null;
        var (rows, year) = (new List<(string[] Cells, int Line)>(), 0);
        foreach (var (cells, line) in CsvLines.Of(Decoded(file)))
        {
            if (rows.Count > MostLines) return StatementFile.Wrong(StatementFault.TooLarge);
            if (columns is not null) rows.Add((cells, line));
            else if (CsvColumns.Of(cells) is { } found) columns = found;
            else year = Math.Max(year, cells.Max(YearIn));
        }

        return columns is null ? StatementFile.Wrong(StatementFault.NoHeader) : Rows(rows, columns, iban, year);
    }

    private static StatementFile Rows(List<(string[] Cells, int Line)> rows, CsvColumns columns, string iban, int year)
    {
        var (entries, passed, seen) = (new List<BankEntry>(), 0, new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (cells, line) in rows)
        {
            // Footers and balances have fewer cells, or no day and no amount.
            if (columns.IsNoEntry(cells)) continue;
            if (columns.Account(cells) is { Length: > 0 } account && Iban.IsValid(account) && account != iban)
                return StatementFile.Wrong(StatementFault.OtherAccount, line);
            if (columns.Amount(cells) is not { } amount || columns.Day(cells, year) is not { } day)
                return StatementFile.Wrong(StatementFault.BadLine, line);
            if (amount <= 0 || !columns.IsBooked(cells) || !columns.IsEuro(cells))
            {
                passed++;
                continue;
            }

            var (name, payer, pieces) = (columns.Name(cells), columns.PayerIban(cells), columns.Pieces(cells));
            var same = string.Join('|', iban, "csv", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                amount.ToString("0.00", CultureInfo.InvariantCulture), name, payer, string.Concat(pieces));
            // Two equal transfers of one day are two: the second is the second, also when the file comes again.
            var nth = seen[same] = seen.GetValueOrDefault(same) + 1;
            entries.Add(new($"{same}|{nth}", $"{iban}|csv", amount, day, name, payer, pieces, false));
        }

        return new(entries, passed);
    }

    // UTF-8 where it is; else what German banks have always written.
    private static string Decoded(byte[] file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file);
        }
    }

    private static int YearIn(string cell) => cell.Split('.', ' ', '/', '-').Select(part =>
        part.Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is > 2000 and < 2200 ? year : 0)
        .DefaultIfEmpty().Max();
}
