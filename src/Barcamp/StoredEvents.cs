using EventOps.EventStore;

namespace EventOps.Barcamp;

/// <summary>The names under which this module's events are stored for ever.</summary>
internal static class StoredEvents
{
    private static BarcampJson Json => BarcampJson.Default;

    public static void Map(EventTypes events) => events
        .Map("barcamp.barcamp-planned.v1", Json.BarcampPlanned)
        .Map("barcamp.rules-set.v1", Json.RulesSet)
        .Map("barcamp.link-renewed.v1", Json.LinkRenewed)
        .Map("barcamp.room-set.v1", Json.RoomSet)
        .Map("barcamp.room-removed.v1", Json.RoomRemoved)
        .Map("barcamp.room-gates-set.v1", Json.RoomGatesSet)
        .Map("barcamp.slot-set.v1", Json.SlotSet)
        .Map("barcamp.slot-removed.v1", Json.SlotRemoved)
        .Map("barcamp.slot-locked.v1", Json.SlotLocked)
        .Map("barcamp.slot-unlocked.v1", Json.SlotUnlocked)
        .Map("barcamp.session-accepted.v1", Json.SessionAccepted)
        .Map("barcamp.session-placed.v1", Json.SessionPlaced)
        .Map("barcamp.sessions-swapped.v1", Json.SessionsSwapped)
        .Map("barcamp.sessions-moved.v1", Json.SessionsMoved)
        .Map("barcamp.session-parked.v1", Json.SessionParked)
        .Map("barcamp.session-cancelled.v1", Json.SessionCancelled)
        .Map("barcamp.host-missing.v1", Json.HostMissing)
        .Map("barcamp.session-pinned.v1", Json.SessionPinned)
        .Map("barcamp.session-unpinned.v1", Json.SessionUnpinned)
        .Map("barcamp.session-revised.v1", Json.SessionRevised)
        .Map("barcamp.session-reworded.v1", Json.SessionReworded)
        .Map("barcamp.move-undone.v1", Json.MoveUndone)
        .Map("barcamp.round-opened.v1", Json.RoundOpened)
        .Map("barcamp.round-closed.v1", Json.RoundClosed)
        .Map("barcamp.queue-joined.v1", Json.QueueJoined)
        .Map("barcamp.queue-left.v1", Json.QueueLeft)
        .Map("barcamp.stage-taken.v1", Json.StageTaken)
        .Map("barcamp.stage-left.v1", Json.StageLeft)
        .Map("barcamp.sent-back.v1", Json.SentBack)
        .Map("barcamp.hands-counted.v1", Json.HandsCounted)
        .Map("barcamp.proposal-drafted.v1", Json.ProposalDrafted)
        .Map("barcamp.proposal-submitted.v1", Json.ProposalSubmitted)
        .Map("barcamp.wishes-changed.v1", Json.WishesChanged)
        .Map("barcamp.proposal-reworded.v1", Json.ProposalReworded)
        .Map("barcamp.proposal-withdrawn.v1", Json.ProposalWithdrawn)
        .Map("barcamp.proposal-hidden.v1", Json.ProposalHidden)
        .Map("barcamp.proposal-shown.v1", Json.ProposalShown)
        .Map("barcamp.host-joined.v1", Json.HostJoined)
        .Map("barcamp.host-left.v1", Json.HostLeft)
        .Map("barcamp.merge-offered.v1", Json.MergeOffered)
        .Map("barcamp.merge-offer-ended.v1", Json.MergeOfferEnded)
        .Map("barcamp.merged-into.v1", Json.MergedInto)
        .Map("barcamp.merge-ended.v1", Json.MergeEnded)
        .Map("barcamp.proposal-taken-in.v1", Json.ProposalTakenIn)
        .Map("barcamp.proposal-let-go.v1", Json.ProposalLetGo);
}
