using EventOps.Billing.Bills;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.EventStore.Projecting;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Tests;

public class RebuiltLists(BillingHost host) : IClassFixture<BillingHost>
{
    private const string Rows =
        "select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]')::text from billing.bills t";

    [Fact]
    public async Task Folded_anew_the_bills_are_the_same()
    {
        var shop = await host.Shop();
        var (paid, _) = await shop.Sell();
        var (cancelled, _) = await shop.Sell();
        await shop.Sell(quote: true);
        var payment = Guid.NewGuid();
        foreach (var command in (BillCommand[])[
            new ReceiveMoney(payment, 400, new(2026, 12, 1)), new TakeMoneyAway(payment, new(2026, 12, 11)),
            new FallDue(new(2026, 12, 11)),
            new Remind(1, new(2026, 12, 12)), new ReceiveMoney(Guid.NewGuid(), 400, new(2026, 12, 13)),
            new PayBack(Guid.NewGuid(), 10, new(2026, 12, 14))])
            Assert.Null((await host.Store.Handle(Bill.Stream(paid), Bill.Decider, command)).Refusal);
        await host.Store.Handle(Bill.Stream(cancelled), Bill.Decider, new ReceiveMoney(Guid.NewGuid(), 100, new(2026, 12, 1)));
        await host.Say(
            new BillCancelled(cancelled, Guid.CreateVersion7(), [Sample.Line("Stornogebühr", 1, 50, BilledFor.CancellationFee)]),
            Bill.Stream(cancelled));

        var live = await host.Database.Read<string>(Rows);
        await host.Services.GetRequiredService<Rebuild>().Run("billing.bills");
        Assert.Contains("RefundDue", live, StringComparison.Ordinal);
        Assert.Equal(live, await host.Database.Read<string>(Rows));
    }

    [Fact]
    public async Task The_list_says_what_the_stream_says()
    {
        var shop = await host.Shop();
        var (id, _) = await shop.Sell();
        await host.Store.Handle(Bill.Stream(id), Bill.Decider, new ReceiveMoney(Guid.NewGuid(), 400, new(2026, 12, 1)));
        var bill = await shop.Now(id);
        Assert.Equal(
            $"{bill.State} {bill.Paid} {bill.OwedBack}",
            await host.Database.Read<string>($"select state || ' ' || paid || ' ' || owed from billing.bills where bill_id = '{id}'"));
    }
}
