using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using EventOps.Billing.Money;
using EventOps.Contracts;

namespace EventOps.Billing.BankFiles;

/// <summary>
/// Account statements of ISO 20022 in the versions that banks send (02 to 08 and later). Elements are found by their names
/// without namespaces: some banks put them on the prefix, some nowhere.
/// </summary>
internal static class Camt053
{
    private static readonly XmlReaderSettings s_careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = StatementReading.MostBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static StatementFile Read(byte[] file, string iban)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), s_careful);
            var statements = XDocument.Load(reader).Descendants().Where(element => element.Name.LocalName == "Stmt").ToList();
            if (statements.Count == 0) return StatementFile.Wrong(StatementFault.NotReadable);
            if (statements.Any(statement => !IsOurs(statement, iban))) return StatementFile.Wrong(StatementFault.OtherAccount);
            if (statements.Any(statement => Camt.Text(statement, "StmtPgntn", "LastPgInd") == "false"))
                return StatementFile.Wrong(StatementFault.PagesMissing);
            var (entries, passed) = (new List<BankEntry>(), 0);
            foreach (var (number, statement) in statements.Index()) passed += Statement(statement, number, iban, entries);
            return new(entries,
                passed)
            {
                Adds = statements.Select(Adds)
                .Aggregate((bool?)null, (sum, next) => sum is null ? next : sum & (next ?? true))
            };
        }
        catch (Exception broken) when (broken is XmlException or FormatException or OverflowException)
        {
            return StatementFile.Wrong(StatementFault.NotReadable, broken is XmlException { LineNumber: var line } ? line : 0);
        }
    }

    private static bool IsOurs(XElement statement, string iban) =>
        Mod97.Compact(Camt.Text(statement, "Acct", "Id", "IBAN")) is var account
        && (account.Length > 0 ? account == iban
            // Some statements name the account by the bank's own number: the end of the IBAN.
            : Camt.Text(statement, "Acct", "Id", "Othr", "Id") is { Length: > 3 } other
                && iban.EndsWith(other.TrimStart('0'), StringComparison.Ordinal));

    private static int Statement(XElement statement, int number, string iban, List<BankEntry> entries)
    {
        var passed = 0;
        var id = Camt.Text(statement, "Id") is { Length: > 0 } named ? named : $"{Camt.Text(statement, "ElctrncSeqNb")}-{number}";
        foreach (var (at, entry) in statement.Elements().Where(element => element.Name.LocalName == "Ntry").Index())
        {
            var status = Camt.Text(entry, "Sts", "Cd") is { Length: > 0 } code ? code : Camt.Text(entry, "Sts");
            var read = status is "" or "BOOK" ? CamtEntry.Read(entry, $"{iban}|{id}|{at}", $"{iban}|{id}").ToList() : [];
            passed += read.Count == 0 ? 1 : 0;
            entries.AddRange(read);
        }

        return passed;
    }

    private static bool? Adds(XElement statement)
    {
        var balances = statement.Elements().Where(element => element.Name.LocalName == "Bal").ToList();
        if (Balance(balances, "OPBD", "PRCD") is not { } opening || Balance(balances, "CLBD") is not { } closing) return null;
        var between = statement.Elements().Where(element => element.Name.LocalName == "Ntry")
            .Where(entry => (Camt.Text(entry, "Sts", "Cd") + Camt.Text(entry, "Sts")).Contains("BOOK", StringComparison.Ordinal))
            .Sum(Camt.Signed);
        return opening + between == closing;
    }

    private static decimal? Balance(List<XElement> balances, params string[] codes) =>
        balances.FirstOrDefault(balance => codes.Contains(Camt.Text(balance, "Tp", "CdOrPrtry", "Cd"))) is { } found
            ? Camt.Signed(found) : null;
}

/// <summary>Finding things in a statement by their local names.</summary>
internal static class Camt
{
    public static IEnumerable<XElement> All(XElement from, params ReadOnlySpan<string> path)
    {
        IEnumerable<XElement> found = [from];
        foreach (var name in path) found = found.SelectMany(
            element => element.Elements().Where(child => child.Name.LocalName == name)).ToList();
        return found;
    }

    public static string Text(XElement from, params ReadOnlySpan<string> path) =>
        All(from, path).FirstOrDefault()?.Value.Trim() ?? "";

    /// <summary>Amounts have up to five decimals and leading noughts; what is worth less than a cent is nobody's.</summary>
    public static decimal Amount(XElement element) => Totals.Cents(decimal.Parse(
        element.Value.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

    public static decimal Signed(XElement of) => All(of, "Amt").FirstOrDefault() is { } amount
        ? Text(of, "CdtDbtInd") == "DBIT" ? -Amount(amount) : Amount(amount) : 0;

    public static DateOnly Day(XElement of, string name) =>
        (Text(of, name, "Dt") is { Length: > 0 } day ? day : Text(of, name, "DtTm")) is { Length: >= 10 } text
            ? DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : default;
}
