using EventOps.Billing.Money;
using EventOps.Ui;
using EventOps.Ui.Pdf;

namespace EventOps.Billing.Documents;

/// <summary>Draws a document from what was printed, in the payer's language: the facts of § 14 UStG, how to pay, a code for
/// banking apps.</summary>
public static class DocumentPdf
{
    private static TextSource T => DocumentTexts.Of;

    public static byte[] Write(Printed document)
    {
        using var _ = Language.Use(Language.FindOr(document.Payer.Language, Language.German));
        using var file = new MemoryStream();
        LetterSheet.Write(file, Letter(document));
        return file.ToArray();
    }

    public static string FileName(Printed document, string ending)
    {
        var name = document.Number.Length > 0 ? document.Number : $"{T["kind.Quote"]}-{document.Reference}";
        return string.Concat(
            name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-')) + ending;
    }

    private static LetterContent Letter(Printed document)
    {
        var (seller, payer) = (document.Seller, document.Payer);
        string[] address =
        [
            payer.Name, payer.Attention, payer.Street, $"{payer.Zip} {payer.City}",
            payer.Country.Equals(seller.Country, StringComparison.OrdinalIgnoreCase) ? "" : payer.Country.ToUpperInvariant(),
        ];
        return new(
            Title(document), $"{seller.Name}, {seller.Street}, {seller.Zip} {seller.City}",
            [.. address.Where(line => line.Trim().Length > 0)], Facts(document), [.. Intro(document)],
            [T["line"], T["quantity"], T["price"], T["rate"], T["net"]],
            [.. document.Lines.Select(
                line => new[] { line.Name.ToString(), Quantity(line), Price(line.NetPrice), Rate(line), Say.Euro(line.Net) })],
            Sums(document), [.. Outro(document)], Code(document), Foot(document), (page, of) => T["page", page, of]);
    }

    private static string Title(Printed document) =>
        document.Number.Length > 0 ? T[$"title.{document.Kind}", document.Number] : T["kind.Quote"];

    private static List<(string, string)> Facts(Printed document)
    {
        List<(string, string)> facts = [];
        if (document.Number.Length > 0) facts.Add((T["number"], document.Number));
        facts.Add((T["day"], Germany.Day(document.On)));
        facts.Add((T["service"], Germany.Days(document.ServiceFrom, document.ServiceTo)));
        facts.Add((T["reference"], document.Reference));
        if (document.Payer.BuyerReference.Length > 0) facts.Add((T["buyer-reference"], document.Payer.BuyerReference));
        if (document.Payer.VatId is { Length: > 0 } vat) facts.Add((T["your-vat"], vat));
        facts.Add((T["contact"], document.Seller.ContactName));
        facts.Add((T["phone"], document.Seller.ContactPhone));
        facts.Add((T["mail"], document.Seller.ContactMail));
        return [.. facts.Where(fact => fact.Item2.Trim().Length > 0)];
    }

    private static IEnumerable<string> Intro(Printed document)
    {
        yield return document.Subject.ToString();
        if (document.Cancels is { } cancels) yield return T["note.cancels", cancels.Number, Germany.Day(cancels.On)];
    }

    private static string Quantity(PrintedLine line)
    {
        var unit = T.Find(Language.Current, $"unit.{line.Unit}") ?? line.Unit;
        return $"{line.Quantity.ToString("0.####", Language.Current.Culture)} {unit}";
    }

    private static string Price(decimal price) =>
        decimal.Round(price, 2) == price ? Say.Euro(price) : $"{price.ToString("0.00##", Language.Current.Culture)} €";

    private static string Rate(PrintedLine line) =>
        line.Category == TaxCategory.S ? $"{line.Rate.ToString("0.##", Language.Current.Culture)} %" : "–";

    private static List<LetterSum> Sums(Printed document) =>
    [
        new(T["sum.net"], Say.Euro(document.Net), false),
        .. document.Taxes.Where(tax => tax.Category == TaxCategory.S).Select(tax => new LetterSum(
            T["sum.tax", tax.Rate.ToString("0.##", Language.Current.Culture), Say.Euro(tax.Base)], Say.Euro(tax.Tax), false)),
        new(T[$"sum.gross.{document.Kind}"], Say.Euro(document.Gross), true),
    ];

    private static IEnumerable<string> Outro(Printed document)
    {
        foreach (var tax in document.Taxes.Where(tax => tax.Category != TaxCategory.S))
            yield return Ubl.FirstOf(tax.Reason.ToString(), T["no-tax"]);
        if (document.Kind == DocumentKind.Quote) yield return T["quote.text"];
        else if (document.DueOn is { } due) yield return T["terms.due", Germany.Day(due)];
        else yield return T["terms.cancelled"];
    }

    private static LetterCode? Code(Printed document)
    {
        if (document.Kind != DocumentKind.Invoice) return null;
        var seller = document.Seller;
        var payload = EpcQr.Payload(
            seller.Name, seller.Iban, seller.Bic, document.Gross, document.Rf.Length > 0 ? document.Rf : null, document.Number);
        return payload is null ? null : new(EpcQr.ForEncoder(payload), T["code.words"], T["code.heading"],
        [
            (T["holder"], seller.Name), (T["iban"], Iban.Spaced(seller.Iban)), (T["amount"], Say.Euro(document.Gross)),
            (T["purpose"], document.Purpose),
        ]);
    }

    private static List<string> Foot(Printed document)
    {
        var seller = document.Seller;
        string[] bank = [seller.Bank, $"IBAN {Iban.Spaced(seller.Iban)}", seller.Bic.Length > 0 ? $"BIC {seller.Bic}" : ""];
        string[] tax = [
            seller.TaxNumber.Length > 0 ? $"{T["tax-number"]} {seller.TaxNumber}" : "",
            seller.VatId.Length > 0 ? $"{T["vat-id"]} {seller.VatId}" : "", seller.Register,
        ];
        return [$"{seller.Name}\n{seller.Street}\n{seller.Zip} {seller.City}", string.Join('\n', bank), string.Join('\n', tax)];
    }
}
