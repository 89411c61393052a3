using System.Net;
using EventOps.Contracts;

namespace EventOps.Billing.Tests.SettingUp;

public class SettingsTests(BillingHost host) : IClassFixture<BillingHost>
{
    private static readonly (string, string?)[] s_city =
    [
        ("name", "Landeshauptstadt München"), ("street", "Marienplatz 8"), ("zip", "80331"), ("city", "München"),
        ("country", "DE"), ("contact", "IT-Referat"), ("phone", "+49 89 233-0"), ("mail", "veranstaltungen@muenchen.example"),
        ("tax-number", "143/241/00000"), ("iban", "DE79 0000 0000 1234 5678 90"), ("pattern", "OGTM-{year}-{number:4}"),
        ("reminders", "7, 14"),
    ];

    [Fact]
    public async Task What_waited_is_issued_once_seller_and_taxes_are_known()
    {
        var shop = await host.Shop(ready: false);
        var (id, _) = await shop.Sell();
        var organiser = shop.Organiser();
        Assert.Contains(
            "steht noch nicht fest, wer verkauft", (await organiser.Open($"/billing/{id}")).Text, StringComparison.Ordinal);
        var page = await organiser.Send(await organiser.Open("/billing/settings"), "/billing/settings", s_city);
        Assert.Contains("Ergänzen Sie jetzt unten die Steuerregeln", page.Text, StringComparison.Ordinal);
        await host.Settle();
        Assert.Equal(BillState.Waiting, shop.LastNews(id).State);
        page = await organiser.Send(page, "/billing/settings/rules", ("from", "2026-01-01"), ("rate", "19"));
        Assert.Contains("19 %", page.At("tbody"), StringComparison.Ordinal);
        await host.Settle();
        Assert.Equal((BillState.Open, "OGTM-2026-0001"), (shop.LastNews(id).State, shop.LastNews(id).Number));
    }

    [Theory]
    [InlineData("iban", "DE79 0000 0000 1234 5678 91", "Diese IBAN kann nicht stimmen")]
    [InlineData("bic", "ABC", "Eine BIC hat acht oder elf")]
    [InlineData("vat-id", "123456789", "beginnt mit den zwei Buchstaben")]
    [InlineData("tax-number", "", "Steuernummer oder USt-IdNr.")]
    [InlineData("electronic", "04011000-1234512345-60", "Die Prüfziffern dieser Leitweg-ID stimmen nicht")]
    [InlineData("pattern", "OGTM-{year}", "Das Muster braucht am Ende")]
    [InlineData("phone", "x", "Bitte geben Sie eine Telefonnummer an")]
    [InlineData("reminders", "14, 7", "aufsteigend")]
    public async Task What_cannot_be_right_comes_back(string field, string typed, string sentence)
    {
        var organiser = (await host.Shop(ready: false)).Organiser();
        (string Name, string?)[] fields = [.. s_city.Where(one => one.Item1 != field), (field, typed)];
        var page = await organiser.Send(await organiser.Open("/billing/settings"), "/billing/settings", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(typed, page.Html.QuerySelector($"[name='{field}']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task An_unknown_prefix_of_a_leitweg_id_is_only_a_hint()
    {
        var organiser = (await host.Shop(ready: false)).Organiser();
        var page = await organiser.Send(
            await organiser.Open("/billing/settings"), "/billing/settings", [.. s_city, ("electronic", "90000000-03083-72")]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Leitweg-ID prüfen", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_no_organiser_sees_nothing()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.As().Open("/billing/settings")).Status);
        var (one, other) = (await host.Shop(), await host.Shop());
        var (id, _) = await one.Sell();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Organiser().Open($"/billing/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Organiser().Open($"/api/v1/billing/bills/{id}")).Status);
    }
}
