using System.Globalization;
using System.Text.RegularExpressions;
using EventOps.Contracts;

namespace EventOps.Billing.BankFiles;

/// <summary>Which column says what, by the names that banks give them.</summary>
internal sealed partial class CsvColumns
{
    private static readonly string[] s_days = ["buchungstag", "buchungsdatum", "buchung", "datum", "bookingdate"];
    private static readonly string[] s_amounts = [
        "betrag", "betrageur", "umsatz", "umsatzineur", "betragineur", "amount", "amounteur"];
    private static readonly string[] s_names =
        ["beguenstigterzahlungspflichtiger", "begünstigterzahlungspflichtiger", "auftraggeberempfänger",
            "auftraggeberzahlungsempfänger", "namezahlungsbeteiligter", "zahlungspflichtiger", "zahlungspflichtige",
            "auftraggeber", "empfängerzahlungspflichtiger", "name", "payername", "partnername"];
    private static readonly string[] s_ibans =
        ["kontonummeriban", "ibanzahlungsbeteiligter", "ibanauftraggeber", "iban", "kontonummer", "partneriban", "gegenkonto"];
    private static readonly string[] s_accounts = ["auftragskonto", "ibanauftragskonto", "eigenesiban", "konto"];
    private static readonly string[] s_signs = ["sollhaben", "sh", "umsatzart", "soll/haben"];
    private static readonly string[] s_info = ["info", "status", "umsatzstatus"];

    private readonly string[] _names;

    private CsvColumns(string[] names) => _names = names;

    /// <summary>Null where a line is no header: it has to name a day, an amount and a purpose.</summary>
    public static CsvColumns? Of(string[] cells)
    {
        string[] names = [.. cells.Select(Plain)];
        var columns = new CsvColumns(names);
        return columns.At(s_days) >= 0 && columns.At(s_amounts) >= 0 && names.Any(IsPurpose) ? columns : null;
    }

    public bool IsNoEntry(string[] cells) => cells.Length < Math.Max(At(s_days), At(s_amounts)) + 1
        || (Cell(cells, s_days).Length == 0 && Cell(cells, s_amounts).Length == 0) || !cells.Any(cell => cell.Length > 0)
        || (!Cell(cells, s_days).Any(char.IsAsciiDigit) && Cell(cells, s_names).Length == 0 && Pieces(cells).Count == 0);

    public string Account(string[] cells) => Mod97.Compact(Cell(cells, s_accounts));

    public string Name(string[] cells) => Cell(cells, s_names);

    public string PayerIban(string[] cells) => Mod97.Compact(Cell(cells, s_ibans));

    public bool IsEuro(string[] cells) => Cell(cells, ["waehrung", "währung", "currency"]) is "" or "EUR" or "€";

    public bool IsBooked(string[] cells) =>
        !Cell(cells, s_info).Contains("vorgemerkt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null where nobody can read it: never a nought.</summary>
    public decimal? Amount(string[] cells)
    {
        var typed = Currency().Replace(Cell(cells, s_amounts), "").Replace('\u2212', '-').Trim();
        if (!GermanAmount().IsMatch(typed)) return null;
        var amount = decimal.Parse(
            typed.Replace(".", "", StringComparison.Ordinal).Replace(',', '.').TrimStart('+').TrimEnd('-', '+', ' '),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (typed.EndsWith('-')) amount = -amount;
        return Cell(cells, s_signs).ToUpperInvariant() is "S" or "SOLL" ? -Math.Abs(amount) : amount;
    }

    /// <summary>A day without a year belongs to the file's.</summary>
    public DateOnly? Day(string[] cells, int year)
    {
        var typed = Cell(cells, s_days);
        if (ShortDay().Match(typed) is { Success: true } day && year > 0) typed = $"{day.Value.TrimEnd('.')}.{year}";
        return DateOnly.TryParseExact(
            typed, ["dd.MM.yyyy", "d.M.yyyy", "dd.MM.yy", "yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var read)
            ? read : null;
    }

    /// <summary>What the payer wrote: in one column or in fourteen, and the reference beside it.</summary>
    public IReadOnlyList<string> Pieces(string[] cells) =>
    [
        .. _names.Index().Where(column => IsPurpose(column.Item) || IsReference(column.Item))
            .Select(column => cells.ElementAtOrDefault(column.Index) ?? "")
            .Where(cell => cell.Length > 0 && !cell.Equals("NOTPROVIDED", StringComparison.OrdinalIgnoreCase))
            .Select(cell => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
    ];

    private static bool IsPurpose(string name) =>
        name.StartsWith("verwendungszweck", StringComparison.Ordinal) || name.StartsWith("vwz", StringComparison.Ordinal)
        || name is "zweck" or "buchungsdetails" or "purpose" or "vorgangverwendungszweck" or "reference";

    private static bool IsReference(string name) =>
        name.StartsWith("kundenreferenz", StringComparison.Ordinal) || name is "endtoendreferenz" or "endtoendid" or "referenz";

    private string Cell(string[] cells, string[] names) => At(names) is >= 0 and var at && at < cells.Length ? cells[at] : "";

    private int At(string[] names)
    {
        foreach (var name in names)
        {
            if (Array.IndexOf(_names, name) is >= 0 and var at) return at;
        }

        return -1;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"[¤€]|EUR|\s")]
    private static partial Regex Currency();

    [GeneratedRegex(@"^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d{1,11})(?:,\d{1,2})?[+-]?$")]
    private static partial Regex GermanAmount();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\.?$")]
    private static partial Regex ShortDay();
}
