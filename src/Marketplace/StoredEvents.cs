using EventOps.EventStore;

namespace EventOps.Marketplace;

/// <summary>The names under which this module's events are stored for ever.</summary>
internal static class StoredEvents
{
    public static void Map(EventTypes events) => _ = events;
}
