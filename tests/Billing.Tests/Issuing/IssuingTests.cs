using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Issuing;
using EventOps.Billing.NumberSeries;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;

namespace EventOps.Billing.Tests.Issuing;

public class IssuingTests(BillingHost host) : IClassFixture<BillingHost>
{
    [Fact]
    public async Task An_order_becomes_an_invoice_with_number_mail_and_news()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell();
        var invoice = await shop.Invoice(id);
        Assert.Equal(("OGTM-2026-0001", 317.51m, 377.84m), (invoice.Number, invoice.Net, invoice.Gross));
        Assert.Equal(new DateOnly(2026, 12, 10), invoice.DueOn);
        Assert.Equal((BillState.Open, "OGTM-2026-0001", 377.84m, 0m), News(shop, id));
        var mail = host.Mail.Sent.Single(mail => mail.TextBody.Contains($"/bills/{id}/with-link/", StringComparison.Ordinal));
        Assert.Equal(
            ("einkauf@stadtwerke.example", "Rechnung OGTM-2026-0001 von Landeshauptstadt München"), (mail.To, mail.Subject));
        Assert.Equal(["OGTM-2026-0001.pdf", "OGTM-2026-0001.xml"], mail.Attachments.Select(file => file.FileName));
        Assert.Equal((await shop.Documents(id))[0].Xml, mail.Attachments[1].Content);
    }

    [Fact]
    public async Task The_same_order_again_changes_nothing()
    {
        var shop = await host.Shop();
        var (order, _) = shop.Order();
        await host.Say(order, Bill.Stream(order.BillId));
        await host.Say(order, Bill.Stream(order.BillId));
        await host.Say(new IssueDue(order.BillId), Bill.Stream(order.BillId));
        Assert.Single(await shop.Documents(order.BillId));
        Assert.Equal(["OGTM-2026-0001"], await Numbers(shop));
    }

    [Fact]
    public async Task Twenty_orders_at_once_leave_no_gap_and_no_number_twice()
    {
        var shop = await host.Shop();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.Order().Order).Select(order =>
            host.Store.Handle(new Work().Then(commit => commit.Publish(order, Bill.Stream(order.BillId))))));
        await host.Settle();
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"OGTM-2026-{number:0000}"), await Numbers(shop));
    }

    [Fact]
    public async Task A_work_that_is_rolled_back_takes_its_number_with_it()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell();
        var series = NumberPattern.InYear(Sample.Settings.Terms.NumberPattern, 2026);
        // Refused: the bill is issued already, and with it nothing of the work is stored.
        var again = new Work()
            .On(Series.Stream(shop.OrganisationId, series), Series.Decider, new DrawNumber(series, Guid.NewGuid()))
            .On(Bill.Stream(id), Bill.Decider, new IssueInvoice(Guid.NewGuid(), new(2026, 11, 26), new(2026, 12, 10), 1, 1));
        Assert.IsType<NothingToIssue>((await host.Store.Handle(again)).Refusal);
        // Failed in the database: a document with a number that is taken.
        var taken = (await shop.Documents(id))[0];
        var failing = new Work()
            .On(Series.Stream(shop.OrganisationId, series), Series.Decider, new DrawNumber(series, Guid.NewGuid()))
            .Then(commit => commit.Write(new DocumentRows.DocumentRow(
                Guid.NewGuid(), id, shop.OrganisationId, shop.EventId, Guid.NewGuid(), taken.Printed, taken.Xml)));
        await Assert.ThrowsAnyAsync<Exception>(() => host.Store.Handle(failing));
        await shop.Sell();
        Assert.Equal(["OGTM-2026-0001", "OGTM-2026-0002"], await Numbers(shop));
    }

    [Fact]
    public async Task Without_a_seller_a_bill_waits_and_is_issued_once_there_is_one()
    {
        var shop = await host.Shop(ready: false);
        var (id, _) = await shop.Sell();
        Assert.Equal((BillState.Waiting, null, 0m, 0m), News(shop, id));
        Assert.Empty(await shop.Documents(id));
        await shop.Set(Sample.Settings);
        await host.Say(new IssueDue(id), Bill.Stream(id));
        Assert.Equal("OGTM-2026-0001", shop.LastNews(id).Number);
    }

    [Fact]
    public async Task A_quote_has_no_number_until_it_is_ordered()
    {
        var shop = await host.Shop();
        var (order, _) = shop.Order(quote: true);
        await host.Say(order, Bill.Stream(order.BillId));
        Assert.Equal((BillState.Quoted, null, 377.84m, 0m), News(shop, order.BillId));
        await host.Say(order with { IsQuote = false }, Bill.Stream(order.BillId));
        Assert.Equal((BillState.Open, "OGTM-2026-0001", 377.84m, 0m), News(shop, order.BillId));
    }

    [Fact]
    public async Task What_was_printed_cannot_be_changed()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell();
        var before = (await shop.Documents(id))[0].Xml;
        await Assert.ThrowsAnyAsync<Exception>(
            () => host.Database.Execute($"update billing.documents set xml = null where bill_id = '{id}'"));
        await shop.Set(Sample.Settings with { Seller = Sample.Seller with { Name = "Eine andere Stadt" } });
        Assert.Equal(before, (await shop.Documents(id))[0].Xml);
    }

    private static (BillState, string?, decimal, decimal) News(Shop shop, Guid id) =>
        shop.LastNews(id) is var news ? (news.State, news.Number, news.Gross, news.Paid) : default;

    private async Task<IReadOnlyList<string>> Numbers(Shop shop) => await host.Database.Read<string[]>(
        $"select array(select number from billing.documents where organisation_id = '{shop.OrganisationId}' and number is not null order by 1)") ?? [];
}
