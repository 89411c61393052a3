using EventOps.Barcamp.Boards;
using EventOps.Barcamp.ProposingASchedule;
using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using EventOps.Ui;

namespace EventOps.Barcamp.ModeratingTheBoard;

/// <summary>Says places, moves and refusals with the names that are on the board.</summary>
internal static class Sentences
{
    private static TextSource T => ModeratingTexts.Of;

    /// <summary>11:30, Werkstatt.</summary>
    public static string Place(Plan plan, Cell? cell) => cell is not null && plan.Slot(cell.SlotId) is { } slot && plan.Room(cell.RoomId) is { } room
        ? $"{Clock(slot, plan)}, {room.Name}"
        : T["parked"];

    public static string Clock(Slot slot, Plan plan) => plan.Days.Count > 1
        ? $"{slot.StartsAt:dd.MM.} {slot.StartsAt:HH:mm}"
        : $"{slot.StartsAt:HH:mm}";

    /// <summary>Why a move was refused, with the session in the way and the nearest free place.</summary>
    public static string Of(Refusal refusal, Plan plan, Say say)
    {
        return refusal switch
        {
            CellTaken { Meanwhile: true } e => T["taken.meanwhile", Title(e.BySessionId)] + Free(e.Free),
            CellTaken e => T["taken", Title(e.BySessionId)] + Free(e.Free),
            HostTwice e => T["twice", Host(e.OtherSessionId), Title(e.OtherSessionId)] + Free(e.Free),
            SessionMovedMeanwhile e => T["moved.meanwhile", Title(e.SessionId), Place(plan, e.Now)],
            MovedAgainSince e => T["moved.again", Title(e.SessionId)],
            _ => RefusalText.For(refusal, Texts.Of, say),
        };

        string Title(Guid id) => plan.Session(id)?.Title ?? "?";
        string Host(Guid id) => plan.Session(id)?.HostNames is { Length: > 0 } names ? names : "?";
        string Free(Cell? cell) => cell is null ? "" : " " + T["free", Place(plan, cell)];
    }

    /// <summary>The same for the small room of a cell, where the session in the way can be seen.</summary>
    public static string Short(CellInsight cell) => cell switch
    {
        { Closed: true } => T["insight.closed"],
        { OffTime: true } => T["insight.off"],
        { HostClashes.Count: > 0 } => T["short.clash"],
        { MissingFeatures: [var missing, ..] } => T["insight.missing", missing],
        _ => string.Join(" · ", ((string[])
        [
            cell.Occupant is null ? "" : T["short.swap"],
            cell.RoomIsTooSmall ? T["short.small", cell.Stars, cell.Seats] : "",
            cell.Gains + cell.Losses > 0
                ? T["short.people", cell.Gains, cell.Losses] : T[cell.Occupant is null ? "insight.fits" : "short.same"],
        ]).Where(said => said.Length > 0)),
    };

    /// <summary>What a move to this cell would mean, in few words.</summary>
    public static string Of(CellInsight cell, Plan plan)
    {
        var said = new List<string>();
        if (cell.Closed) return T["insight.closed"];
        if (cell.OffTime) said.Add(T["insight.off"]);
        if (cell.HostClashes.Count > 0) said.Add(T["insight.clash", plan.Session(cell.HostClashes[0])?.Title ?? "?"]);
        if (cell.MissingFeatures.Count > 0) said.Add(T["insight.missing", string.Join(", ", cell.MissingFeatures)]);
        if (cell.Occupant is { } occupant) said.Add(T["insight.swap", plan.Session(occupant)?.Title ?? "?"]);
        if (cell.RoomIsTooSmall) said.Add(T["insight.small", cell.Stars, cell.Seats]);
        if (cell.Gains > 0) said.Add(T.Count("insight.gain", cell.Gains));
        if (cell.Losses > 0) said.Add(T.Count("insight.lose", cell.Losses));
        return said.Count == 0 ? T["insight.fits"] : string.Join(", ", said);
    }
}
