using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Sellers;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Messaging;
using EventOps.Registration.Tests;
using EventOps.Support;
using EventOps.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Billing.Tests;

/// <summary>This module alone behind real HTTP over a database of its own. Share one per test class; each test sells for an
/// organisation of its own.</summary>
public sealed class BillingHost : IAsyncLifetime
{
    private TestDatabase? _database;
    private WebApplication? _app;

    public TestClock Clock { get; } = new(new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));

    public MemoryMail Mail { get; } = new();

    public FakePayers Payers { get; } = new();

    /// <summary>What other modules heard.</summary>
    public ConcurrentQueue<BillChanged> News { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public TestDatabase Database => _database!;

    public IServiceProvider Services => _app!.Services;

    public IEventStore Store => Services.GetRequiredService<IEventStore>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(EventStoreServices.DataSource(_database.ConnectionString, 20));
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IMailEdge>(Mail)
            .AddSingleton(new PublicUrl(new("http://veranstaltung.example")))
            .AddKeyedSingleton<IPayers>(FakePayers.Key, Payers);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddEventStore().AddMessaging().AddProjectionDaemon().AddUi().AddBilling()
            .AddToMessaging(bus => bus.On<BillChanged>("test.hear-of-bills", (changed, _) =>
            {
                News.Enqueue(changed);
                return new Work();
            }));
        builder.Services.AddAuthentication(TestCallers.Scheme).AddScheme<AuthenticationSchemeOptions,
            TestCallers>(TestCallers.Scheme, null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Organiser, policy => policy.RequireClaim(Claims.Role, Claims.OrganiserRole));
        builder.Services.AddAntiforgery();
        _app = builder.Build();
        await SchemaMigrations.Apply(
            Services.GetRequiredService<NpgsqlDataSource>(), Services.GetRequiredService<EventStoreModel>());
        _app.UseUi();
        _app.UseAuthentication().UseAuthorization().UseAntiforgery();
        _app.MapUi();
        _app.MapBilling();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>A browser of its own: cookies, no automatic redirects, German.</summary>
    public Browser As(TestCaller? caller = null)
    {
        var client = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress =
            Address
        };
        client.DefaultRequestHeaders.Add("Accept-Language", "de");
        if (caller is not null) client.DefaultRequestHeaders.Add(TestCallers.Header, caller.ToString());
        return new(client);
    }

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
