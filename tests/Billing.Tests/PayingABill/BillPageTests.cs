using System.Net;
using EventOps.Contracts;

namespace EventOps.Billing.Tests.PayingABill;

public class BillPageTests(BillingHost host) : IClassFixture<BillingHost>
{
    [Fact]
    public async Task The_link_opens_the_bill_and_leaves_the_address()
    {
        var shop = await host.Shop();
        var (id, token) = await shop.Sell();
        var browser = host.As();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/bills/{id}")).Status);
        var page = await browser.Open(BillingLinks.Bill(id, token));
        Assert.EndsWith($"/bills/{id}", page.Url, StringComparison.Ordinal);
        Assert.Equal("Rechnung OGTM-2026-0001", page.At("h1"));
        foreach (var part in (string[])["Offen", "377,84 €", "DE79 0000 0000 1234 5678 90", "RF", "acht Jahre", "10.12.2026"])
            Assert.Contains(part, page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("svg.qr"));
        var pdf = await browser.Http.GetAsync(page.Html.QuerySelector("a[href$='.pdf']")!.GetAttribute("href"));
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync())[..4]);
        var xml = await browser.Http.GetAsync(page.Html.QuerySelector("a[href$='.xml']")!.GetAttribute("href"));
        Assert.Equal((await shop.Documents(id))[0].Xml, await xml.Content.ReadAsByteArrayAsync());
        Assert.Equal("no-store", xml.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_link_of_a_mail_opens_it_too_and_no_other_does()
    {
        var shop = await host.Shop();
        var (id, token) = await shop.Sell();
        var (other, _) = await shop.Sell();
        var mail = host.Mail.Sent.Single(mail => mail.TextBody.Contains($"/bills/{id}/", StringComparison.Ordinal));
        var link = new Uri(mail.TextBody.Split('\n').Single(line => line.Contains($"/bills/{id}/", StringComparison.Ordinal)));
        Assert.Equal("Rechnung OGTM-2026-0001", (await host.As().Open(link.AbsolutePath)).At("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open(BillingLinks.Bill(other, token))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open(BillingLinks.Bill(id, ""))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open(BillingLinks.Bill(Guid.NewGuid(), token))).Status);
    }

    [Fact]
    public async Task A_payer_reads_it_in_their_language()
    {
        var shop = await host.Shop();
        var (id, token) = await shop.Sell(payer: Sample.Payer with { Language = "en" });
        var browser = host.As();
        browser.Http.DefaultRequestHeaders.Remove("Accept-Language");
        Assert.Equal("Invoice OGTM-2026-0001", (await browser.Open(BillingLinks.Bill(id, token))).At("h1"));
    }
}
