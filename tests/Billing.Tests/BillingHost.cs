using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Sellers;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Tests;
using EventOps.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Tests;

/// <summary>This module alone behind real HTTP over a database of its own. Share one per test class; each test sells for an
/// organisation of its own.</summary>
public sealed class BillingHost() : ModuleHost(new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero))
{
    public FakePayers Payers { get; } = new();

    /// <summary>What other modules heard.</summary>
    public ConcurrentQueue<BillChanged> News { get; } = new();

    protected override void Add(IServiceCollection services) => services.AddBilling()
        .AddKeyedSingleton<IPayers>(FakePayers.Key, Payers)
        .AddToMessaging(bus => bus.On<BillChanged>("test.hear-of-bills", (changed, _) =>
        {
            News.Enqueue(changed);
            return new Work();
        }));

    protected override void Map(WebApplication app) => app.MapBilling();

    /// <summary>An organisation that sells, with its settings unless it has none yet.</summary>
    public async Task<Shop> Shop(SellerSettings? settings = null, bool ready = true)
    {
        var shop = new Shop(this, Guid.CreateVersion7(), Guid.CreateVersion7());
        if (ready) await shop.Set(settings ?? Sample.Settings);
        return shop;
    }

    /// <summary>Sends a message as another module would, and waits until all that it causes is done.</summary>
    public async Task Say<TMessage>(TMessage message, string key)
        where TMessage : class
    {
        await Store.Handle(new Work().Then(commit => commit.Publish(message, key)));
        await Settle();
    }

    public Task Settle() => Quiet.WaitForMessages(Services, atMost: TimeSpan.FromMinutes(1));
}

/// <summary>Knows the payers of tests, in place of the module that sells.</summary>
public sealed class FakePayers : IPayers
{
    public const string Key = "test.payers";

    public ConcurrentDictionary<Guid, Payer> Known { get; } = new();

    public Task<Payer?> Find(Guid payerId, CancellationToken ct) => Task.FromResult(Known.GetValueOrDefault(payerId));
}

/// <summary>One organisation and one event of it.</summary>
public sealed record Shop(BillingHost Host, Guid OrganisationId, Guid EventId)
{
    public Browser Organiser() => Host.As(TestCaller.Organiser(OrganisationId));

    public Task Set(SellerSettings settings) => Host.Store.Handle(
        new Work().Then(commit => commit.Write(new SellerRows.SellerRow(OrganisationId, settings, Host.Clock.Now))));

    /// <summary>An order as another module sends it, with the secret of the payer's link.</summary>
    public (BillOrdered Order, string Token) Order(
        IReadOnlyList<BilledLine>? lines = null, Payer? payer = null, bool quote = false, string reference = "ABC23",
        Guid? id = null)
    {
        var (payerId, token) = (Guid.CreateVersion7(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
        Host.Payers.Known[payerId] = payer ?? Sample.Payer;
        var order = new BillOrdered(
            id ?? Guid.CreateVersion7(), OrganisationId, EventId, FakePayers.Key, payerId,
            Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token))), reference, new("Stand A12", "Stand A12"),
            new(2027, 5, 5), new(2027, 5, 6), lines ?? Sample.Lines, quote);
        return (order, token);
    }

    /// <summary>Orders, and waits for the invoice.</summary>
    public async Task<(Guid Id, string Token)> Sell(
        IReadOnlyList<BilledLine>? lines = null, Payer? payer = null, bool quote = false, string reference = "ABC23")
    {
        var (order, token) = Order(lines, payer, quote, reference);
        await Host.Say(order, Bill.Stream(order.BillId));
        return (order.BillId, token);
    }

    public async Task<Bill> Now(Guid id) => (await Host.Store.Load(Bill.Stream(id), Bill.Decider)).State;

    public Task<IReadOnlyList<KeptDocument>> Documents(Guid id) =>
        Host.Services.GetRequiredService<DocumentRows>().OfBill(id, CancellationToken.None);

    public async Task<Printed> Invoice(Guid id) =>
        (await Documents(id)).Single(one => one.Printed.Kind == DocumentKind.Invoice).Printed;

    public BillChanged LastNews(Guid id) => Host.News.Where(news => news.BillId == id).MaxBy(news => news.Version)!;
}
