using EventOps.Billing.Bills;
using EventOps.Billing.Keeping;
using EventOps.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Tests.Keeping;

public class KeepingTests : IAsyncLifetime
{
    private readonly BillingHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Invoices_stay_when_their_payers_are_erased_and_quotes_go()
    {
        var shop = await _host.Shop();
        var (invoice, _) = await shop.Sell();
        var (quote, _) = await shop.Sell(quote: true);
        await _host.Say(new PersonsErased(shop.EventId, []), "event");
        Assert.Equal("Stadtwerke Beispielstadt GmbH", (await shop.Invoice(invoice)).Payer.Name);
        Assert.Empty(await shop.Documents(quote));
        Assert.Equal(BillState.Cancelled, shop.LastNews(quote).State);
        Assert.Equal(BillState.Open, (await shop.Now(invoice)).State);
    }

    [Fact]
    public async Task Only_the_named_lose_their_quotes()
    {
        var shop = await _host.Shop();
        var (stays, goes) = (shop.Order(quote: true).Order, shop.Order(quote: true).Order);
        foreach (var order in (BillOrdered[])[stays, goes]) await _host.Say(order, Bill.Stream(order.BillId));
        await _host.Say(new PersonsErased(shop.EventId, [goes.PayerId]), "event");
        Assert.Single(await shop.Documents(stays.BillId));
        Assert.Empty(await shop.Documents(goes.BillId));
    }

    [Fact]
    public async Task After_eight_years_the_clock_deletes()
    {
        var shop = await _host.Shop();
        var (id, _) = await shop.Sell();
        var retention = _host.Services.GetRequiredService<Retention>();
        _host.Clock.Now = new(2034, 12, 31, 12, 0, 0, TimeSpan.Zero);
        await retention.Run(CancellationToken.None);
        Assert.Single(await shop.Documents(id));
        _host.Clock.Now = new(2035, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.True(await retention.Run(CancellationToken.None) > 0);
        Assert.Empty(await shop.Documents(id));
    }
}
