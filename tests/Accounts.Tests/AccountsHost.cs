using System.Net;
using EventOps.Accounts.Founding;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Messaging;
using EventOps.Support;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Accounts.Tests;

/// <summary>This module alone behind real HTTP. Several of them over one database are the hosts behind a proxy.</summary>
public sealed class AccountsHost : IAsyncDisposable
{
    public const string AddressHeader = "X-Test-Address";

    private readonly WebApplication _app;

    private AccountsHost(WebApplication app, MovedClock clock, MemoryMail mail) => (_app, Clock, Mail) = (app, clock, mail);

    public MovedClock Clock { get; }

    public MemoryMail Mail { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.Single());

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Visitor Visitor(string address = "192.0.2.1") => new(Address, address);

    /// <summary>The path of the link that this start would print.</summary>
    public async Task<string> PrintedLink() => new Uri(await FirstOrganiserLink.Create(Services)).PathAndQuery;

    public static async Task<AccountsHost> Start(TestDatabase database, string keys, MovedClock clock, MemoryMail mail,
        string publicUrl, int hashIterations)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Staging });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(EventStoreServices.DataSource(database.ConnectionString, 15));
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IMailEdge>(mail);
        builder.Services.AddSingleton(new PublicUrl(new(publicUrl)));
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new(keys)).SetApplicationName("EventOps");
        builder.Services.AddAntiforgery();
        builder.Services.AddEventStore().AddMessaging().AddUi().AddAccounts();
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = hashIterations);
        var app = builder.Build();
        await SchemaMigrations.Apply(
            app.Services.GetRequiredService<NpgsqlDataSource>(), app.Services.GetRequiredService<EventStoreModel>());
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers[AddressHeader].ToString());
            return next(http);
        });
        app.UseRouting();
        app.UseUi();
        app.UseAuthentication().UseAuthorization().UseAntiforgery();
        app.MapAccounts();
        MapOthers(app);
        await app.StartAsync();
        return new(app, clock, mail);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    // What the other modules have: pages and an API behind the policies.
    private static void MapOthers(WebApplication app)
    {
        app.MapGet("/events", Say).RequireAuthorization(Policies.Organiser);
        app.MapGet("/events/{slug}/scan", Say).RequireAuthorization(Policies.Scanner);
        app.MapGet("/forgotten", Say);
        app.MapGet("/api/v1/events", Say).RequireAuthorization(Policies.Organiser);
        app.MapPost("/api/v1/events/{slug}/scans", Say).RequireAuthorization(Policies.Scanner);
        app.MapGet("/api/v1/public", Say).AllowAnonymous();
    }

    private static string Say(HttpContext http)
    {
        var caller = Caller.Of(http.User);
        return $"actor={caller.Actor} device={caller.DeviceId} gate={caller.Gate} organiser={caller.IsOrganiser} "
            + $"at={string.Join(',', caller.ScansAt)}";
    }
}
