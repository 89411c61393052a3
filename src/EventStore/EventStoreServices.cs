using EventOps.EventStore.Projecting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>Puts the store into a host.</summary>
public static class EventStoreServices
{
    /// <summary>Adds the store over the data source that the host registered.</summary>
    public static IServiceCollection AddEventStore(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var model = new EventStoreModel();
            foreach (var configure in provider.GetServices<Action<EventStoreModel>>())
                configure(model);
            return model;
        });
        services.AddSingleton<IEventStore>(provider => new PostgresEventStore(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<EventStoreModel>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ChangedStreams(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton(provider => new Wakeups(provider.GetRequiredService<NpgsqlDataSource>()));
        return services;
    }

    /// <summary>
    /// Adds the daemon that keeps asynchronous read models and subscriptions up to date, what it tells live views and the health
    /// page, and the operator's tools: replay of parked streams, rebuild.
    /// </summary>
    public static IServiceCollection AddProjectionDaemon(this IServiceCollection services)
    {
        services.AddSingleton<ProjectionSignals>();
        services.AddSingleton<ProjectionProgress>();
        services.AddSingleton<ParkedStreams>();
        services.AddSingleton<Rebuild>();
        services.AddHostedService<ProjectionDaemon>();
        return services;
    }

    /// <summary>A module lists its events, read models, rows and SQL here.</summary>
    public static IServiceCollection AddToEventStore(this IServiceCollection services, Action<EventStoreModel> configure) =>
        services.AddSingleton(configure);

    /// <summary>
    /// A data source as the store wants it: statements prepared by use, time stamps in UTC, no data of persons in errors.
    /// </summary>
    /// <param name="connectionString">Npgsql connection string.</param>
    /// <param name="poolSize">Largest number of connections, committers included.</param>
    public static NpgsqlDataSource DataSource(string connectionString, int poolSize = 40)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = poolSize,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            ApplicationName = "eventops",
            IncludeErrorDetail = false,
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
