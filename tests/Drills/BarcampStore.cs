using EventOps.Barcamp;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Support;
using EventOps.Ui;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Drills;

/// <summary>The drill's own way into the same store, as a host of its own: connections, committers and caches.</summary>
internal static class BarcampStore
{
    // Both ways in have to read what the other one sealed.
    private static readonly EphemeralDataProtectionProvider s_keys = new();

    public static ServiceProvider Open(TestDatabase database)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSingleton(EventStoreServices.DataSource(database.ConnectionString, 20)).AddSingleton(new PublicUrl(new("http://events.example")));
        services.AddSingleton<IDataProtectionProvider>(s_keys);
        return services.AddEventStore().AddMessaging().AddUi().AddBarcamp().BuildServiceProvider();
    }

    public static async Task<Guid> EventId(TestDatabase database, string slug)
    {
        for (var tries = 0; ; tries++)
        {
            await using var command = database.DataSource.CreateCommand(
                $"select event_id from barcamp.events where slug = '{slug}'");
            if (await command.ExecuteScalarAsync() is Guid id) return id;
            if (tries == 200) throw new InvalidOperationException("The demo's barcamp did not come.");
            await Task.Delay(100);
        }
    }
}
