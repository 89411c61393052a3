using System.Net;
using System.Text.Json;
using EventOps.Contracts;

namespace EventOps.Billing.Tests.ShowingBills;

public class ListTests(BillingHost host) : IClassFixture<BillingHost>
{
    [Fact]
    public async Task Bills_are_found_by_state_event_and_words()
    {
        var shop = await host.Shop();
        await host.Say(Event(shop, "ogtm-2027"), "event");
        var (id, _) = await shop.Sell(reference: "AAA11");
        await shop.Sell(reference: "BBB22", payer: Sample.Payer with { Name = "Verein <Müll> & Co" }, quote: true);
        var organiser = shop.Organiser();
        var all = await organiser.Open("/billing");
        Assert.Equal(["Alle 2", "Offen 1", "Angebote 1"], all.All(".chips .chip"));
        Assert.Equal(["OGTM-2026-0001"], (await organiser.Open("/billing?state=open")).All("tbody th"));
        Assert.Equal(["Buchung BBB22"], (await organiser.Open("/billing?q=<Müll>")).All("tbody th"));
        Assert.Equal(2, (await organiser.Open("/billing?event=ogtm-2027")).All("tbody th").Count);
        Assert.Equal(2, (await organiser.Open($"/billing?event={shop.EventId}")).All("tbody th").Count);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open("/billing?event=another")).Status);
        var page = await organiser.Open($"/billing/{id}");
        Assert.Contains("Rechnung über 377,84 € gestellt, fällig am 10.12.2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("§ 14b UStG", page.Text, StringComparison.Ordinal);
        Assert.Contains("Open Government Tag", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_accounting_gets_a_file_in_which_no_name_is_a_formula()
    {
        var shop = await host.Shop();
        await shop.Sell(payer: Sample.Payer with { Name = "=HYPERLINK(\"x\")" });
        var csv = System.Text.Encoding.UTF8.GetString(await shop.Organiser().Http.GetByteArrayAsync("/billing/bills.csv"));
        Assert.StartsWith("\uFEFF\"Nummer\";\"Datum\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"OGTM-2026-0001\";\"2026-11-26\";\"Offen\";\"'=HYPERLINK(\"\"x\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"317,51\";\"60,33\";\"377,84\";\"0,00\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_the_same()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell();
        var http = shop.Organiser().Http;
        using var list = JsonDocument.Parse(await http.GetStringAsync("/api/v1/billing/bills?state=open"));
        Assert.Equal(id, list.RootElement[0].GetProperty("id").GetGuid());
        using var one = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/billing/bills/{id}"));
        Assert.Equal(
            ("Open", 377.84m, "OGTM-2026-0001"),
            (one.RootElement.GetProperty("state").GetString(), one.RootElement.GetProperty("gross").GetDecimal(),
            one.RootElement.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task An_organiser_cancels_and_gets_the_files()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell();
        var organiser = shop.Organiser();
        var page = await organiser.Send(await organiser.Open($"/billing/{id}"), $"/billing/{id}/cancellation");
        Assert.Contains("Stornorechnung OGTM-2026-0002", page.Text, StringComparison.Ordinal);
        foreach (var link in page.Html.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")))
            Assert.Equal(HttpStatusCode.OK, (await organiser.Http.GetAsync(link)).StatusCode);
    }

    private static EventChanged Event(Shop shop, string slug) => new(
        shop.EventId, shop.OrganisationId, 1, slug, "Open Government Tag", "Open Government Day",
        new(2027, 5, 5, 7, 0, 0, TimeSpan.Zero), new(2027, 5, 6, 15, 0, 0, TimeSpan.Zero), "Europe/Berlin", [], true);
}
