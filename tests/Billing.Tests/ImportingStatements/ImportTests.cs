using System.Net;
using System.Text;
using EventOps.Billing.Tests.BankFiles;
using EventOps.Contracts;
using EventOps.Registration.Tests;

namespace EventOps.Billing.Tests.ImportingStatements;

public class ImportTests(BillingHost host) : IClassFixture<BillingHost>
{
    [Fact]
    public async Task A_statement_pays_what_it_names_and_a_second_time_adds_nothing()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell();
        var (other, _) = await shop.Sell(reference: "XYZ99");
        var file = Statement.Of("08",
            Statement.Entry("08", "377.84", "Stadtwerke", [(await shop.Invoice(id)).Rf]),
            Statement.Entry("08", "100.00", "Stadtwerke", ["OGTM-20", "26-0002"]));
        var organiser = shop.Organiser();
        var page = await Import(organiser, file);
        Assert.Contains("2 neue Zahlungen", page.Text, StringComparison.Ordinal);
        await host.Settle();
        Assert.Equal((BillState.Paid, 377.84m), (shop.LastNews(id).State, shop.LastNews(id).Paid));
        Assert.Equal((BillState.Open, 0m), (shop.LastNews(other).State, shop.LastNews(other).Paid));

        var again = await Import(organiser, file);
        Assert.Contains("0 neue Zahlungen", again.Text, StringComparison.Ordinal);
        Assert.Equal(
            2L, await host.Database.Read<long>(
            $"select count(*) from billing.payments where organisation_id = '{shop.OrganisationId}'"));

        var queue = await organiser.Open("/billing/payments");
        Assert.Contains("OGTM-2026-0002 (Rechnungsnummer; 277,84 € zu wenig)", queue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_equal_transfers_for_two_invoices_are_no_doubles()
    {
        var shop = await host.Shop();
        var ((one, _), (two, _)) = (await shop.Sell(), await shop.Sell());
        var organiser = shop.Organiser();
        foreach (var id in (Guid[])[one, two])
        {
            var file = Statement.Of("08", Statement.Entry("08", "377.84", "Stadtwerke", [(await shop.Invoice(id)).Rf]));
            // Another statement of the same day, as when a bank tells twice a day.
            var page = await Import(organiser, file.Replace("2026-221", $"{id:N}", StringComparison.Ordinal)
                .Replace("047200003598", $"{id:N}", StringComparison.Ordinal));
            Assert.Contains("1 neue Zahlung", page.Text, StringComparison.Ordinal);
        }

        await host.Settle();
        Assert.Equal((BillState.Paid, BillState.Paid), (shop.LastNews(one).State, shop.LastNews(two).State));
    }

    [Fact]
    public async Task Two_equal_transfers_of_a_day_are_both_kept_and_an_overlap_is_for_a_person()
    {
        var shop = await host.Shop();
        var organiser = shop.Organiser();
        var twice = Statement.Entry("08", "50.00", "Verein Beispiel", ["Spende"]);
        await Import(organiser, Statement.Of("08", twice, twice));
        var csv = "Buchungstag;Betrag;Verwendungszweck;Name;IBAN\n20.11.2026;50,00;Spende;Verein Beispiel;DE89370400440532013000\n";
        var page = await Import(organiser, csv, "umsaetze.csv");
        Assert.Contains("1 ist vielleicht schon da", page.Text, StringComparison.Ordinal);
        var queue = await organiser.Open("/billing/payments");
        var suspected = queue.Html.QuerySelector("section[aria-labelledby=suspected] a")!.GetAttribute("href")!;
        var one = await organiser.Open(suspected);
        var dropped = await organiser.Send(one, $"{suspected}/dropped");
        Assert.Null(dropped.Html.QuerySelector("section[aria-labelledby=suspected]"));
        Assert.Equal(2L, await host.Database.Read<long>(
            $"select count(*) from billing.payments where organisation_id = '{shop.OrganisationId}' and stage = 'Unmatched'"));
    }

    [Fact]
    public async Task A_person_assigns_divides_sets_aside_and_undoes()
    {
        var shop = await host.Shop();
        var (one, _) = await shop.Sell(reference: "AAA11");
        var (two, _) = await shop.Sell(reference: "BBB22");
        var organiser = shop.Organiser();
        await Import(organiser, Statement.Of("08", Statement.Entry("08", "800.00", "Konzern", ["Sammelzahlung"])));
        var url = (await organiser.Open("/billing/payments"))
            .Html.QuerySelector("section[aria-labelledby=unmatched] a")!.GetAttribute("href")!;
        var form = await organiser.Open(url);
        var wrong = await organiser.Send(form, $"{url}/shares", ("number.0", "OGTM-2026-0001"), ("amount.0", "700,00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains(
            "Die Teile müssen 800,00 € ergeben; sie ergeben 700,00 €.", wrong.At(".error-summary"), StringComparison.Ordinal);
        await organiser.Send(
            wrong, $"{url}/shares", ("number.0", "OGTM-2026-0001"), ("amount.0", "377,84"), ("number.1", "ogtm-2026-0002"),
            ("amount.1", "422,16"));
        await host.Settle();
        Assert.Equal((BillState.Paid, BillState.Paid), (shop.LastNews(one).State, shop.LastNews(two).State));
        Assert.Contains("44,32 €", (await organiser.Open("/billing/refunds")).At("tbody"), StringComparison.Ordinal);

        await organiser.Send(await organiser.Open(url), $"{url}/undo");
        await host.Settle();
        Assert.Equal((BillState.Open, 0m), (shop.LastNews(one).State, shop.LastNews(one).Paid));
        await organiser.Send(await organiser.Open(url), $"{url}/aside");
        Assert.Contains(
            "Konzern", (await organiser.Open("/billing/payments")).At("section[aria-labelledby=aside]"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_line_that_nobody_can_read_changes_nothing()
    {
        var shop = await host.Shop();
        var page = await Import(shop.Organiser(), "Buchungstag;Betrag;Verwendungszweck\n20.11.2026;12.50;x\n", "a.csv");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("(Zeile 2)", page.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await Import((await host.Shop(ready: false)).Organiser(), "x", "a.csv")).Status);
    }

    private static async Task<Page> Import(Browser browser, string file, string name = "auszug.xml")
    {
        var form = await browser.Open("/billing/statements");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(form.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            "__RequestVerificationToken");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", name);
        var answer = await browser.Http.PostAsync("/billing/statements", content);
        if (answer.StatusCode == HttpStatusCode.SeeOther) return await browser.Open(answer.Headers.Location!.ToString());
        var text = await answer.Content.ReadAsStringAsync();
        return new("/billing/statements", answer, text, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text));
    }
}
