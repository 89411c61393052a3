using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Money;
using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Billing.Tests.Cancelling;

public class CancellingTests(BillingHost host) : IClassFixture<BillingHost>
{
    private static readonly LocalizedText s_damages = new("Schadensersatz, nicht steuerbar", "Damages, not taxable");

    [Fact]
    public async Task An_invoice_is_mirrored_under_a_number_of_its_own()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell();
        await host.Say(new BillCancelled(id, Guid.NewGuid(), []), Bill.Stream(id));
        await host.Say(new BillCancelled(id, Guid.NewGuid(), []), Bill.Stream(id));
        var documents = await shop.Documents(id);
        Assert.Equal(["OGTM-2026-0001", "OGTM-2026-0002"], documents.Select(document => document.Printed.Number));
        var (invoice, mirror) = (documents[0].Printed, documents[1].Printed);
        Assert.Equal((invoice.Net, invoice.Gross, "OGTM-2026-0001"), (mirror.Net, mirror.Gross, mirror.Cancels!.Number));
        Assert.Equal(invoice.Lines, mirror.Lines);
        Assert.Equal((BillState.Cancelled, "OGTM-2026-0001"), (shop.LastNews(id).State, shop.LastNews(id).Number));
        Assert.Contains(host.Mail.Sent, mail => mail.Subject == "Rechnung storniert: OGTM-2026-0002 von Landeshauptstadt München"
            && mail.TextBody.Contains($"/bills/{id}/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fee_is_a_bill_of_its_own_paid_from_what_came_in_and_the_rest_is_owed_back()
    {
        var shop = await host.Shop(Sample.With(
            new(BilledFor.EventService, new(2020, 1, 1), TaxCategory.S, 19, LocalizedText.Empty),
            new(BilledFor.CancellationFee, new(2020, 1, 1), TaxCategory.O, 0, s_damages)));
        var (id, _) = await shop.Sell();
        var feeId = Guid.CreateVersion7();
        await host.Store.Handle(Bill.Stream(id), Bill.Decider, new ReceiveMoney(Guid.NewGuid(), 377.84m, new(2026, 12, 1)));
        await host.Say(
            new BillCancelled(id, feeId, [Sample.Line("Stornogebühr", 1, 100, BilledFor.CancellationFee)]), Bill.Stream(id));
        Assert.Equal((BillState.RefundDue, 277.84m), (shop.LastNews(id).State, shop.LastNews(id).Paid));
        Assert.Equal(
            (BillState.Paid, 100m, 100m), (shop.LastNews(feeId).State, shop.LastNews(feeId).Gross, shop.LastNews(feeId).Paid));
        Assert.Equal(TaxCategory.O, (await shop.Invoice(feeId)).Taxes.Single().Category);
        Assert.Equal("Stornogebühr: Stand A12", (await shop.Invoice(feeId)).Subject.De);

        var organiser = shop.Organiser();
        var list = await organiser.Open("/billing/refunds");
        Assert.Contains("277,84 €", list.At("tbody"), StringComparison.Ordinal);
        Assert.Contains("277,84", await organiser.Http.GetStringAsync("/billing/refunds.csv"), StringComparison.Ordinal);
        await organiser.Send(list, $"/billing/{id}/refunds");
        await host.Settle();
        Assert.Equal((BillState.Cancelled, 0m), (shop.LastNews(id).State, shop.LastNews(id).Paid));
        Assert.Contains("Nichts zu erstatten", (await organiser.Open("/billing/refunds")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_overtakes_its_order_waits_for_it()
    {
        var shop = await host.Shop();
        var (order, _) = shop.Order();
        await host.Store.Handle(new Work().Then(commit =>
            Messaging.Publishing.Publish(
                commit, new BillCancelled(order.BillId, Guid.NewGuid(), []), Bill.Stream(order.BillId))));
        await host.Say(order, Bill.Stream(order.BillId));
        Assert.Equal(BillState.Cancelled, shop.LastNews(order.BillId).State);
    }

    [Fact]
    public async Task What_has_no_number_ends_without_one()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell(quote: true);
        await host.Say(new BillCancelled(id, Guid.NewGuid(), []), Bill.Stream(id));
        Assert.Equal((BillState.Cancelled, null), (shop.LastNews(id).State, shop.LastNews(id).Number));
        var (next, _) = await shop.Sell();
        Assert.Equal("OGTM-2026-0001", shop.LastNews(next).Number);
    }

    [Fact]
    public async Task Money_for_a_cancelled_bill_is_owed_back()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell();
        await host.Say(new BillCancelled(id, Guid.NewGuid(), []), Bill.Stream(id));
        await host.Store.Handle(Bill.Stream(id), Bill.Decider, new ReceiveMoney(Guid.NewGuid(), 377.84m, new(2026, 12, 1)));
        Assert.Equal((BillState.RefundDue, 377.84m), ((await shop.Now(id)).State, (await shop.Now(id)).OwedBack));
        Assert.Equal(DocumentKind.Cancellation, (await shop.Documents(id))[^1].Printed.Kind);
    }
}
