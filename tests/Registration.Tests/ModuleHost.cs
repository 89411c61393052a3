using System.Net;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Messaging;
using EventOps.Support;
using EventOps.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Registration.Tests;

/// <summary>
/// One module alone behind real HTTP over a database of its own: store, bus, daemon, look, and callers that a request header names.
/// Share one per test class.
/// </summary>
/// <param name="now">Where its clock stands.</param>
/// <param name="url">Its public address.</param>
public abstract class ModuleHost(DateTimeOffset now, string url = "http://veranstaltung.example") : IAsyncLifetime
{
    private TestDatabase? _database;
    private WebApplication? _app;

    /// <summary>The clock of the host; tests may set it.</summary>
    public TestClock Clock { get; } = new(now);

    public MemoryMail Mail { get; } = new();

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
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IMailEdge>(Mail).AddSingleton(new PublicUrl(new(url)));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddEventStore().AddMessaging().AddProjectionDaemon().AddUi();
        Add(builder.Services);
        builder.Services.AddAuthentication(TestCallers.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TestCallers>(TestCallers.Scheme, null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Organiser, policy => policy.RequireClaim(Claims.Role, Claims.OrganiserRole))
            .AddPolicy(Policies.Scanner, policy => policy.RequireClaim(Claims.Role, Claims.OrganiserRole, Claims.ScannerRole))
            .AddPolicy(Policies.Person, policy => policy.RequireClaim(Claims.Kind, Claims.PersonKind));
        builder.Services.AddAntiforgery();
        _app = builder.Build();
        await SchemaMigrations.Apply(
            Services.GetRequiredService<NpgsqlDataSource>(), Services.GetRequiredService<EventStoreModel>());
        _app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(Golden.Repository, "src/Ui/wwwroot")),
            RequestPath = "/ui",
        });
        _app.UseUi();
        _app.UseAuthentication().UseAuthorization().UseAntiforgery();
        _app.MapUi();
        Map(_app);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>A browser of its own: cookies, no automatic redirects, German.</summary>
    public Browser As(TestCaller? caller = null, string language = "de")
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        if (caller is not null) client.DefaultRequestHeaders.Add(TestCallers.Header, caller.ToString());
        return new(client);
    }

    /// <summary>An organiser of the one organisation that each installation starts with.</summary>
    public Browser Organiser(string language = "de") => As(TestCaller.Organiser(Organisations.First), language);

    /// <summary>The module, and handlers that listen where other modules would.</summary>
    protected abstract void Add(IServiceCollection services);

    /// <summary>The module's pages.</summary>
    protected abstract void Map(WebApplication app);
}
