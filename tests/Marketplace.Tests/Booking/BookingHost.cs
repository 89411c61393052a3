using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Markets;
using EventOps.Messaging;
using EventOps.Registration.Tests;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Tests.Booking;

/// <summary>The module's host, with an ear where Billing would be.</summary>
public sealed class BookingHost : MarketHost
{
    public ConcurrentQueue<BillOrdered> Ordered { get; } = new();

    public ConcurrentQueue<BillCancelled> Cancelled { get; } = new();

    protected override void Add(IServiceCollection services) => services.AddMarketplace().AddToMessaging(bus => bus
        .On<BillOrdered>("test.hear-orders", (ordered, _) => Heard(() => Ordered.Enqueue(ordered)))
        .On<BillCancelled>("test.hear-cancellations", (cancelled, _) => Heard(() => Cancelled.Enqueue(cancelled))));

    private static Work Heard(Action hear)
    {
        hear();
        return new Work();
    }
}

/// <summary>An exhibitor of a test and the browser that came by their link.</summary>
public sealed record Anybody(Fair Fair, Guid Id, Browser Browser)
{
    public string Url => $"{Fair.Url}/exhibit";

    public async Task<Exhibitor> Now() => (await Fair.Host.Store.Load(Exhibitor.Stream(Id), Exhibitor.Decider)).State;

    /// <summary>Opens a stand's page and presses the button.</summary>
    public async Task<Page> Hold(string number)
    {
        var url = $"{Url}/stands/{Fair[number].Id}";
        return await Browser.Send(await Browser.Open(url), $"{url}/hold");
    }

    public async Task<Page> Confirm()
    {
        var page = await Browser.Open($"{Url}/booking");
        return await Browser.Send(page, $"{Url}/booking/confirm");
    }

    /// <summary>Says who pays, so that nothing stands in the way.</summary>
    public async Task Pays(string kind = "Business", string reference = "")
    {
        var page = await Browser.Open($"{Url}/payer");
        page = await Browser.Send(
            page, $"{Url}/payer", ("kind", kind), ("name", "Werdenktwas GmbH"), ("street", "Robert-Bosch-Str. 7"),
            ("zip", "64293"),
            ("city", "Darmstadt"), ("country", "DE"), ("email", "rechnung@example.org"), ("reference", reference));
        Assert.DoesNotContain("Fehler:", page.Title, StringComparison.Ordinal);
    }

    public async Task<Page> Book(string number)
    {
        await Pays();
        await Hold(number);
        return await Confirm();
    }
}

public static class Fairs
{
    public static async Task<Fair> Open(
        this MarketHost host, int stands = 3, Marketplace.Plans.BookingMode? zone = null,
        Func<MarketTerms, MarketTerms>? with = null)
    {
        var fair = await host.Fair(stands, zone);
        var terms = MarketTerms.Usual with { IsOpen = true };
        await fair.Do(new Work().On(
            Market.Stream(fair.Id), Market.Decider,
            new SetMarketTerms(fair.Id, Organisations.First, with?.Invoke(terms) ?? terms)));
        return fair;
    }

    public static async Task<Anybody> Exhibitor(this Fair fair, string name)
    {
        var id = Guid.CreateVersion7();
        await fair.Do(new Work().On(Marketplace.Exhibitors.Exhibitor.Stream(id), Marketplace.Exhibitors.Exhibitor.Decider, new SignUpExhibitor(fair.Id))
            .Then(commit => commit.Write(new PersonalRow(id, fair.Id, name, "Eva Muster", $"{name}@example.org", "", "de"))));
        var browser = fair.Host.As();
        var path = await fair.Host.Services.GetRequiredService<ExhibitorLinks>().Path(fair.Slug, id, CancellationToken.None);
        Assert.Contains("Mein Stand", (await browser.Open(path)).Text, StringComparison.Ordinal);
        return new(fair, id, browser);
    }

    public static async Task<Guid> Extra(this Fair fair, string name, int stock, decimal price = 15)
    {
        var id = Guid.CreateVersion7();
        await fair.Do(new Work().On(
            Marketplace.Extras.Extra.Stream(id), Marketplace.Extras.Extra.Decider,
            new OfferExtra(fair.Id, new(new(name, name), price, stock, 10, ExtraKind.Thing))));
        return id;
    }

    /// <summary>Until all that was caused is done: subscriptions first, then their messages.</summary>
    public static async Task Settle(this MarketHost host)
    {
        await host.Services.GetRequiredService<EventStore.Projecting.ProjectionProgress>().CaughtUp();
        await Quiet.WaitForMessages(host.Services);
    }
}
