using System.Diagnostics;
using System.Xml.Linq;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>From the settings of a seller to a paid invoice: the organiser's office and an authority's.</summary>
[Collection(nameof(Installation))]
public sealed class MarketBillTests(Installation installation)
{
    private const string Leitweg = "04011000-1234512345-06";
    private static readonly XNamespace s_basic = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    [Fact]
    public async Task An_invoice_is_issued_read_by_an_authority_and_paid_by_a_statement()
    {
        var fair = await MarketFair.Open(installation, "markt-zahlen", rows: 1);
        var organiser = fair.Organiser;
        await SetUp(organiser);

        var exhibitor = await fair.Exhibitor("Stadtwerke Beispielstadt");
        await fair.Hold(exhibitor, "A1");
        var payer = $"{fair.Exhibit}/payer";
        await Forms.Send(
            exhibitor, payer, payer, ("kind", "PublicBody"), ("street", "Hauptstraße 1"), ("zip", "12345"),
            ("city", "Beispielstadt"), ("reference", Leitweg));
        await Forms.Send(exhibitor, $"{fair.Exhibit}/booking", $"{fair.Exhibit}/booking/confirm");
        var number = await fair.Invoiced(exhibitor);
        Assert.StartsWith("MARKT-", number, StringComparison.Ordinal);
        await exhibitor.GetByRole(AriaRole.Link, new() { NameRegex = new($"^Öffnen.*{number}$") }).ClickAsync();
        await Expect(exhibitor.Locator("h1")).ToHaveTextAsync($"Rechnung {number}");

        var reference = await Files(exhibitor, number);
        await BankFile.Import(organiser, "Stadtkasse Beispielstadt", (reference, 297.5m));
        await organiser.GotoAsync($"/billing?q={number}");
        await Expect(organiser.Locator("tbody tr")).ToContainTextAsync("Bezahlt");
        await exhibitor.ReloadAsync();
        await Expect(exhibitor.Locator("main")).ToContainTextAsync("Bezahlt");
        await Forms.Until(async () =>
        {
            await exhibitor.GotoAsync($"{fair.Exhibit}/mine");
            return await exhibitor.GetByText($"Rechnung {number} über 297,50\u00A0€ ist bezahlt. Danke!").CountAsync() == 1;
        }, "The exhibitor's page does not say that the bill is paid.");
        await exhibitor.Context.CloseAsync();
        await organiser.Context.CloseAsync();
    }

    // What is missing is told; then everything is typed, and one tax rule for all.
    private static async Task SetUp(IPage page)
    {
        await page.GotoAsync("/billing/settings");
        foreach (var (label, value) in ((string, string)[])[
            ("Name", "Stadt am Markt"), ("Straße und Hausnummer", "Marktplatz 8"), ("Postleitzahl", "80331"), ("Ort", "München"),
            ("Land", "DE"), ("Person oder Stelle", "Marktbüro"), ("Telefon", "+49 89 233-0"), ("E-Mail", "markt@stadt.example"),
            ("IBAN", "DE89 3704 0044 0532 0130 01")])
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        await page.Locator("[name=tax-number]").FillAsync("143/241/00000");
        await page.Locator("[name=pattern]").FillAsync("MARKT-{year}-{number:4}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("Diese IBAN kann nicht stimmen");
        await page.Locator("[name=iban]").FillAsync(BankFile.Account);
        // Not by Enter in the field: what is wrong takes the focus when the page has come, which may be just then.
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToHaveCountAsync(0);
        await page.Locator("[name=rate]").FillAsync("19");
        await page.GetByRole(AriaRole.Button, new() { Name = "Regel hinzufügen" }).ClickAsync();
        await Expect(page.Locator("tbody")).ToContainTextAsync("19\u00A0%");
    }

    // The papers: one for people, one for machines. Gives the reference by which the payment is known.
    private async Task<string> Files(IPage page, string number)
    {
        await Guests.Clean(page, 1280);
        var pdf = await Saved(page, "^PDF");
        var tool = new ProcessStartInfo("pdftotext", ["-raw", pdf, "-"]) { RedirectStandardOutput = true };
        using var reads = Process.Start(tool)!;
        var text = string.Concat((await reads.StandardOutput.ReadToEndAsync()).Where(letter => !char.IsWhiteSpace(letter)));
        Assert.Contains(number, text, StringComparison.Ordinal);
        Assert.Contains(Leitweg, text, StringComparison.Ordinal);

        var xml = XDocument.Load(await Saved(page, "^XRechnung")).Root!;
        Assert.Equal(number, xml.Element(s_basic + "ID")!.Value);
        Assert.Equal(Leitweg, xml.Element(s_basic + "BuyerReference")!.Value);
        Assert.Equal("297.50", xml.Descendants(s_basic + "PayableAmount").Single().Value);
        return xml.Descendants(s_basic + "PaymentID").Single().Value;
    }

    private async Task<string> Saved(IPage page, string link)
    {
        var file = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { NameRegex = new(link) }).ClickAsync());
        var path = Path.Combine(installation.Host.Data.FullName, file.SuggestedFilename);
        await file.SaveAsAsync(path);
        return path;
    }
}
