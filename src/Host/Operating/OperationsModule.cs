using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Host.Starting;
using Npgsql;

namespace EventOps.Host.Operating;

/// <summary>Everything about running a host that no module should have to think of.</summary>
public static class OperationsModule
{
    /// <summary>Puts settings, database, clock and protections into the host.</summary>
    public static void AddOperations(this WebApplicationBuilder builder, HostSettings settings, DataFolder data, HostDatabase database)
    {
        builder.WebHost.UseStaticWebAssets(); // also when started from a build instead of a publish folder
        builder.WebHost.ConfigureKestrel(server => server.Listen(settings.Listen, settings.Port));
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(EventStoreServices.DataSource(database.ConnectionString));
        builder.Services.AddSingleton<DatabaseClock>();
        builder.Services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        builder.Services.AddHostedService<ClockSynchronisation>();
    }

    /// <summary>Brings schema and clock up to date before anything is served.</summary>
    public static async Task PrepareDatabase(this WebApplication app)
    {
        await SchemaMigrations.Apply(
            app.Services.GetRequiredService<NpgsqlDataSource>(), app.Services.GetRequiredService<EventStoreModel>());
        await app.Services.GetRequiredService<DatabaseClock>().Synchronise(CancellationToken.None);
    }

    /// <summary>The order in which a request passes the protections.</summary>
    public static void UseOperations(this WebApplication app)
    {
        app.UseRouting();
    }

    /// <summary>Health and the front-end's files.</summary>
    public static void MapOperations(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet("/health/live", () => "live");
    }

    /// <summary>Serves until the operator stops the host.</summary>
    public static async Task Serve(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<HostSettings>();
        app.Lifetime.ApplicationStarted.Register(() => Console.Error.WriteLine($"EventOps is open at {settings.Url.GetLeftPart(UriPartial.Authority)}"));
        try
        {
            await app.RunAsync();
        }
        catch (IOException failure) when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new CannotStart($"Port {settings.Port} is in use: stop the program that listens there, or set PORT to another number.");
        }
    }
}
