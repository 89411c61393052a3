using EventOps.EventStore;

namespace EventOps.Marketplace;

/// <summary>The names under which this module's events are stored for ever.</summary>
internal static class StoredEvents
{
    private static MarketplaceJson Json => MarketplaceJson.Default;

    public static void Map(EventTypes events) => events
        .Map("marketplace.plan-drawn.v1", Json.PlanDrawn)
        .Map("marketplace.background-laid.v1", Json.BackgroundLaid)
        .Map("marketplace.category-put.v1", Json.CategoryPut)
        .Map("marketplace.category-removed.v1", Json.CategoryRemoved)
        .Map("marketplace.zone-put.v1", Json.ZonePut)
        .Map("marketplace.zone-removed.v1", Json.ZoneRemoved)
        .Map("marketplace.entrance-put.v1", Json.EntrancePut)
        .Map("marketplace.entrance-removed.v1", Json.EntranceRemoved)
        .Map("marketplace.stand-put.v1", Json.StandPut)
        .Map("marketplace.stand-removed.v1", Json.StandRemoved)
        .Map("marketplace.stand-opened.v1", Json.StandOpened)
        .Map("marketplace.stand-held.v1", Json.StandHeld)
        .Map("marketplace.hold-extended.v1", Json.HoldExtended)
        .Map("marketplace.stand-booked.v1", Json.StandBooked)
        .Map("marketplace.stand-passed.v1", Json.StandPassed)
        .Map("marketplace.hold-lapsed.v1", Json.HoldLapsed)
        .Map("marketplace.stand-freed.v1", Json.StandFreed)
        .Map("marketplace.stand-blocked.v1", Json.StandBlocked)
        .Map("marketplace.stand-unblocked.v1", Json.StandUnblocked)
        .Map("marketplace.stand-withdrawn.v1", Json.StandWithdrawn);
}
