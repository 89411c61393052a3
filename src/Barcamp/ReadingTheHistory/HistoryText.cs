using EventOps.Barcamp.Boards;
using EventOps.Barcamp.ModeratingTheBoard;
using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using EventOps.Ui;

namespace EventOps.Barcamp.ReadingTheHistory;

/// <summary>Says what happened on a board, with today's names of what is still there.</summary>
internal static class HistoryText
{
    private static TextSource T => HistoryTexts.Of;

    public static string Of(object happened, Plan plan)
    {
        return happened switch
        {
            RoomSet e => T["RoomSet", e.Room.Name, e.Room.Capacity],
            RoomRemoved e => T["RoomRemoved", plan.Room(e.RoomId)?.Name ?? T["some-room"]],
            RoomGatesSet e => T[e.Gates.Count > 0 ? "RoomGatesSet" : "RoomGatesSet.none",
                plan.Room(e.RoomId)?.Name ?? T["some-room"], string.Join(", ", e.Gates)],
            SlotSet e => T["SlotSet", Sentences.Clock(e.Slot, plan), e.Slot.Break is { } pause ? pause.ToString() : ""].TrimEnd(),
            SlotRemoved => T["SlotRemoved"],
            SlotLocked e => T["SlotLocked", Clock(e.SlotId)],
            SlotUnlocked e => T["SlotUnlocked", Clock(e.SlotId)],
            SessionAccepted { RepeatOf: not null } e => T["SessionRepeated", Title(e.SessionId)],
            SessionAccepted e => T["SessionAccepted", Title(e.SessionId)],
            SessionPlaced e => T["SessionPlaced", Title(e.SessionId), Sentences.Place(plan, new(e.RoomId, e.SlotId))],
            SessionsSwapped e => T["SessionsSwapped", Title(e.SessionId), Title(e.OtherId)],
            SessionsMoved e => T["SessionsMoved", string.Join("; ", e.To.Select(to =>
                T["SessionPlaced", Title(to.SessionId), Sentences.Place(plan, new(to.RoomId, to.SlotId))]))],
            SessionParked e => T["SessionParked", Title(e.SessionId)],
            SessionCancelled e => T["SessionCancelled", Title(e.SessionId)],
            HostMissing e => T["HostMissing", Title(e.SessionId)],
            SessionPinned e => T["SessionPinned", Title(e.SessionId)],
            SessionUnpinned e => T["SessionUnpinned", Title(e.SessionId)],
            SessionRevised e => T["SessionRevised", Title(e.SessionId)],
            SessionReworded e => T["SessionReworded", Title(e.SessionId)],
            MoveUndone e => T["MoveUndone", e.MoveVersion],
            _ => throw new NotSupportedException($"Nobody says {happened.GetType().Name}."),
        };

        string Title(Guid id) => plan.Session(id) is { } session ? session.Title : T["hidden"];
        string Clock(Guid slotId) => plan.Slot(slotId) is { } slot ? Sentences.Clock(slot, plan) : "?";
    }

    /// <summary>When it happened, where that was told later from paper.</summary>
    public static DateTimeOffset? OnPaper(Recorded recorded)
    {
        DateTimeOffset? at = recorded.Event switch
        {
            SessionPlaced e => e.At,
            SessionsSwapped e => e.At,
            SessionParked e => e.At,
            SessionCancelled e => e.At,
            HostMissing e => e.At,
            _ => null,
        };
        return at < recorded.At.AddMinutes(-2) ? at : null;
    }
}
