using EventOps.EventStore;
using EventOps.Messaging.Pumping;
using EventOps.Messaging.Storing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Messaging;

/// <summary>Puts the bus into a host, over the event store and its database.</summary>
public static class MessagingServices
{
    /// <summary>Adds publishing, the pumps and the dead letters.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services, MessagingSettings? settings = null)
    {
        services.AddSingleton(settings ?? new());
        services.AddSingleton(provider =>
        {
            var model = new MessagingModel();
            foreach (var configure in provider.GetServices<Action<MessagingModel>>())
                configure(model);
            return model;
        });
        services.AddSingleton<Arrivals>();
        services.AddSingleton<Action<EventStoreModel>>(provider =>
            new MessageRows(provider.GetRequiredService<MessagingModel>(), provider.GetRequiredService<Arrivals>()).Register);
        services.AddSingleton(provider => new DeadLetters(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DeadLetters>>()));
        services.AddHostedService<MessagePump>();
        return services;
    }

    /// <summary>A module lists its messages and handlers here.</summary>
    public static IServiceCollection AddToMessaging(this IServiceCollection services, Action<MessagingModel> configure) =>
        services.AddSingleton(configure);
}
