using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Host.Operating.Answering;
using EventOps.Host.Operating.Health;
using EventOps.Host.Operating.Keys;
using EventOps.Host.Starting;
using EventOps.Ui;
using Microsoft.AspNetCore.Hosting.Server;
using Npgsql;

namespace EventOps.Host.Operating;

/// <summary>Everything about running a host that no module should have to think of.</summary>
public static class OperationsModule
{
    /// <summary>Puts settings, database, clock, keys, logs and protections into the host.</summary>
    public static void AddOperations(
        this WebApplicationBuilder builder, HostSettings settings, DataFolder data, HostDatabase database)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var url = new PublicUrl(settings.Url);
        configuration["AllowedHosts"] ??= $"{settings.Url.Host};localhost;127.0.0.1;[::1]";
        builder.WebHost.UseStaticWebAssets(); // also when started from a build instead of a publish folder
        // What is written goes to the socket at once: thousands of viewers would else each hold a block until their turn comes.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(server => RequestLimits.Set(server, settings));
        builder.Logging.AddLogs(warningsOnly: !Console.IsOutputRedirected);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5)); // live streams end at once
        services.AddSingleton(settings).AddSingleton(data).AddSingleton(url);
        services.AddSingleton(EventStoreServices.DataSource(database.ConnectionString));
        services.AddSingleton<DatabaseClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddHostedService<ClockSynchronisation>();
        services.AddToEventStore(store => store.Schema("host", typeof(OperationsModule).Assembly));
        services.AddKeyRing(HostKey.Read(configuration["EVENTOPS_KEY"], data));
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = url.CookieName("form");
            form.Cookie.Path = "/";
            form.Cookie.SecurePolicy = url.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true; // SecurityHeaders sets it
        });
        services.AddRequestLimits(configuration);
        services.AddHealth();
        services.AddTelemetry(configuration);
    }

    /// <summary>Brings schema and clock up to date before anything is served.</summary>
    public static async Task PrepareDatabase(this WebApplication app)
    {
        var services = app.Services;
        await SchemaMigrations.Apply(
            services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<EventStoreModel>());
        await services.GetRequiredService<DatabaseClock>().Synchronise(CancellationToken.None);
    }

    /// <summary>The order in which a request passes the protections, from the outside in.</summary>
    public static void UseOperations(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseUi();
        app.UseMiddleware<CalmAnswers>();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseMiddleware<AddressLimit>();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>Health and the front-end's files.</summary>
    public static void MapOperations(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        // What no other endpoint answers is not there, for everybody alike; without this, strangers would be asked to sign in.
        app.MapFallback(() => Results.NotFound()).AllowAnonymous();
    }

    /// <summary>Serves until the operator stops the host.</summary>
    public static async Task Serve(this WebApplication app, StopSignal stop)
    {
        var (settings, url) = (app.Services.GetRequiredService<HostSettings>(), app.Services.GetRequiredService<PublicUrl>());
        if (RuntimeHealth.Warning(Environment.Version) is { } warning) app.Logger.LogWarning("{Warning}", warning);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            stop.Dispose();
            if (stop.Asked.IsCompleted) app.Lifetime.StopApplication();
            else Console.Error.WriteLine($"EventOps is open at {url.Link("")} (Ctrl-C stops it)");
        });
        // Kestrel would say the same in forty lines. A test's server has no port.
        var listens = app.Services.GetRequiredService<IServer>().GetType().Name.Contains("Kestrel", StringComparison.Ordinal);
        if (listens && !FreePort.Is(settings.Port, settings.Listen))
            throw new CannotStart(
                $"Port {settings.Port} is in use: stop the program that listens there, or set PORT to another number.");
        await app.RunAsync();
    }
}
