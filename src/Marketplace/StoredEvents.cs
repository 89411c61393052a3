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
        .Map("marketplace.stand-withdrawn.v1", Json.StandWithdrawn)
        .Map("marketplace.market-terms-set.v1", Json.MarketTermsSet)
        .Map("marketplace.extra-offered.v1", Json.ExtraOffered)
        .Map("marketplace.extra-changed.v1", Json.ExtraChanged)
        .Map("marketplace.extra-withdrawn.v1", Json.ExtraWithdrawn)
        .Map("marketplace.extra-taken.v1", Json.ExtraTaken)
        .Map("marketplace.extra-kept.v1", Json.ExtraKept)
        .Map("marketplace.extra-dropped.v1", Json.ExtraDropped)
        .Map("marketplace.queue-joined.v1", Json.QueueJoined)
        .Map("marketplace.queue-left.v1", Json.QueueLeft)
        .Map("marketplace.stand-offered.v1", Json.StandOffered)
        .Map("marketplace.offer-ended.v1", Json.OfferEnded)
        .Map("marketplace.swap-offered.v1", Json.SwapOffered)
        .Map("marketplace.move-asked.v1", Json.MoveAsked)
        .Map("marketplace.swap-accepted.v1", Json.SwapAccepted)
        .Map("marketplace.swap-declined.v1", Json.SwapDeclined)
        .Map("marketplace.swap-withdrawn.v1", Json.SwapWithdrawn)
        .Map("marketplace.exhibitor-signed-up.v1", Json.ExhibitorSignedUp)
        .Map("marketplace.address-confirmed.v1", Json.AddressConfirmed)
        .Map("marketplace.wish-stated.v1", Json.WishStated)
        .Map("marketplace.exhibitor-admitted.v1", Json.ExhibitorAdmitted)
        .Map("marketplace.stand-chosen.v1", Json.StandChosen)
        .Map("marketplace.exhibitor-placed.v1", Json.ExhibitorPlaced)
        .Map("marketplace.extras-chosen.v1", Json.ExtrasChosen)
        .Map("marketplace.booking-confirmed.v1", Json.BookingConfirmed)
        .Map("marketplace.hold-lost.v1", Json.HoldLost)
        .Map("marketplace.booking-billed.v1", Json.BookingBilled)
        .Map("marketplace.booking-cancelled.v1", Json.BookingCancelled)
        .Map("marketplace.stand-changed.v1", Json.StandChanged)
        .Map("marketplace.team-joined.v1", Json.TeamJoined)
        .Map("marketplace.team-corrected.v1", Json.TeamCorrected)
        .Map("marketplace.team-left.v1", Json.TeamLeft);
}
