using System.Xml.Linq;
using EventOps.Contracts;

namespace EventOps.Billing.BankFiles;

/// <summary>One entry of a statement: a single payment, or a batch with a payment for each of its details.</summary>
internal static class CamtEntry
{
    /// <summary>Nothing for money that went out.</summary>
    public static IEnumerable<BankEntry> Read(XElement entry, string key, string source)
    {
        var (returned, isOut) = (Camt.Text(entry, "RvslInd") is "true" or "1", Camt.Text(entry, "CdtDbtInd") == "DBIT");
        if (isOut && !returned) yield break;
        var on = Camt.Day(entry, "BookgDt") is var booked && booked != default ? booked : Camt.Day(entry, "ValDt");
        if (on == default) throw new FormatException("An entry without a day.");
        var total = Camt.All(entry, "Amt").First();
        var details = Camt.All(entry, "NtryDtls", "TxDtls").ToList();
        var reference = Camt.Text(entry, "AcctSvcrRef");
        var parts = details.Select(detail => Own(detail)).ToList();
        // Where each detail has its own amount in euros and all of them make the entry's, they are the payments; else the entry
        // is one.
        var isBatch = details.Count > 1 && parts.All(part => part is not null) && parts.Sum() == Camt.Amount(total);
        if (total.Attribute("Ccy")?.Value is { } currency && currency != "EUR") yield break;
        foreach (var (at, detail) in (isBatch ? details : [details.FirstOrDefault() ?? entry]).Index())
        {
            var amount = isBatch ? parts[at]!.Value : Camt.Amount(total);
            if (amount == 0) continue;
            yield return new(
                $"{key}|{at}|{reference}|{Camt.Text(detail, "Refs", "TxId")}", source, isOut ? -amount : amount, on,
                Payer(detail), Iban(detail), Pieces(entry, isBatch || details.Count == 0 ? [detail] : details), returned);
        }
    }

    private static decimal? Own(XElement detail) =>
        (Camt.All(detail, "Amt").FirstOrDefault() ?? Camt.All(detail, "AmtDtls", "TxAmt", "Amt").FirstOrDefault()) is { } amount
            ? Camt.Amount(amount) : null;

    private static string Payer(XElement detail)
    {
        foreach (string[] path in (string[][])[
            ["RltdPties", "Dbtr", "Pty", "Nm"], ["RltdPties", "Dbtr", "Agt", "FinInstnId", "Nm"],
            ["RltdPties", "Dbtr", "Nm"], ["RltdPties", "UltmtDbtr", "Pty", "Nm"], ["RltdPties", "UltmtDbtr", "Nm"]])
        {
            if (Camt.Text(detail, path) is { Length: > 0 } name) return Tidy(name);
        }

        return "";
    }

    private static string Iban(XElement detail) => Mod97.Compact(Camt.Text(detail, "RltdPties", "DbtrAcct", "Id", "IBAN"));

    // Whoever wrote the reference into the wrong field is understood all the same.
    private static List<string> Pieces(XElement entry, IReadOnlyList<XElement> details)
    {
        List<string> pieces = [];
        foreach (var detail in details)
        {
            pieces.AddRange(Camt.All(detail, "RmtInf", "Ustrd").Select(piece => piece.Value));
            pieces.AddRange(Camt.All(detail, "RmtInf", "Strd", "CdtrRefInf", "Ref").Select(piece => piece.Value));
            pieces.AddRange(Camt.All(detail, "RmtInf", "Strd", "RfrdDocInf", "Nb").Select(piece => piece.Value));
            pieces.AddRange(Camt.All(detail, "RmtInf", "Strd", "AddtlRmtInf").Select(piece => piece.Value));
            pieces.Add(Camt.Text(detail, "Refs", "EndToEndId"));
        }

        if (pieces.All(Says.Nothing)) pieces.Add(Camt.Text(entry, "AddtlNtryInf"));
        return [.. pieces.Where(piece => !Says.Nothing(piece)).Select(Tidy)];
    }

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static class Says
    {
        public static bool Nothing(string piece) =>
            string.IsNullOrWhiteSpace(piece) || piece.Trim().Equals("NOTPROVIDED", StringComparison.OrdinalIgnoreCase);
    }
}
