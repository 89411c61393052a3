using System.Text;
using EventOps.Billing.Documents;
using EventOps.Billing.Money;
using EventOps.Contracts;

namespace EventOps.Billing.Tests.Documents;

/// <summary>Read by programs that know nothing of ours.</summary>
public class DocumentPdfTests
{
    [Fact]
    public void It_prints_what_the_law_asks_for()
    {
        var text = TextOf(Drafts.Invoice());
        foreach (var fact in (string[])
            ["Rechnung OGTM-2026-0001", "Landeshauptstadt München", "Marienplatz 8", "Stadtwerke Beispielstadt GmbH",
                "Hauptstraße 1", "143/241/00000", "DE123456788", "26.11.2026", "05.05.2027 – 06.05.2027", "Standfläche 3 × 2 m",
                "33,755 €", "2 Stück", "317,51 €", "Umsatzsteuer 19 % auf 317,51 €", "60,33 €", "377,84 €",
                "Bitte zahlen Sie bis zum 10.12.2026", "Banking-App", "DE79 0000 0000 1234 5678 90"])
            Assert.Contains(fact, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_treatment_says_why_there_is_no_tax()
    {
        var small = Sample.With(new Billing.Sellers.TaxRule(
            BilledFor.EventService, new(2020, 1, 1), TaxCategory.E, 0,
            new("Steuerfreie Leistung eines Kleinunternehmers (§ 19 UStG)", "Exempt")));
        Assert.Contains(
            "Steuerfreie Leistung eines Kleinunternehmers (§ 19 UStG)", TextOf(Drafts.Invoice(small)), StringComparison.Ordinal);
        var austrian = Sample.Payer with { Country = "AT", VatId = "ATU12345678", Language = "en" };
        var text = TextOf(Drafts.Invoice(payer: austrian));
        Assert.Contains("Reverse charge", text, StringComparison.Ordinal);
        Assert.Contains("ATU12345678", text, StringComparison.Ordinal);
        Assert.Contains("Invoice OGTM-2026-0001", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancellation_is_called_so_and_names_what_it_cancels()
    {
        var text = TextOf(Drafts.Invoice().Mirror(new(2026, 12, 1)) with { Number = "OGTM-2026-0002" });
        Assert.Contains("Stornorechnung OGTM-2026-0002", text, StringComparison.Ordinal);
        Assert.Contains("storniert die Rechnung OGTM-2026-0001 vom 26.11.2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gutschrift", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Banking-App", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_code_gives_a_banking_app_exactly_these_bytes()
    {
        var invoice = Drafts.Invoice();
        var expected = EpcQr.Payload(invoice.Seller.Name, invoice.Seller.Iban, "", invoice.Gross, invoice.Rf)!;
        var read = Tool.With(DocumentPdf.Write(invoice), pdf =>
        {
            var picture = Path.ChangeExtension(pdf, null);
            Tool.Run("pdftoppm", "-r", "150", "-f", "1", "-l", "1", "-singlefile", "-png", pdf, picture);
            return Tool.Run("zbarimg", "-q", "--raw", "-Sbinary", picture + ".png");
        });
        Assert.Equal(Encoding.UTF8.GetBytes(expected), read);
    }

    [Fact]
    public void It_is_tagged_and_long_ones_take_more_pages()
    {
        var lines = Enumerable.Range(1, 60).Select(at => Sample.Line($"Leistung Nummer {at}", at, 10)).ToList();
        var pdf = DocumentPdf.Write(Drafts.Invoice(lines: lines));
        var info = Tool.With(pdf, path => Encoding.UTF8.GetString(Tool.Run("pdfinfo", path)));
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Pages:\s+[3-4]\b", info);
        var text = Tool.With(pdf, path => Encoding.UTF8.GetString(Tool.Run("pdftotext", "-layout", path, "-")));
        Assert.Contains("Seite 2 von", text, StringComparison.Ordinal);
        for (var at = 1; at <= 60; at++) Assert.Contains($"Leistung Nummer {at} ", text, StringComparison.Ordinal);
    }

    private static string TextOf(Printed document) =>
        string.Join(' ',
            Tool.With(DocumentPdf.Write(document), pdf => Encoding.UTF8.GetString(Tool.Run("pdftotext", "-layout", pdf, "-")))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
