using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>One cell of the board and what there is to see in it.</summary>
/// <param name="Room">Its column.</param>
/// <param name="Slot">Its row.</param>
/// <param name="Session">What takes place here, or null.</param>
/// <param name="Continues">The session began in the slot before.</param>
/// <param name="Gone">What was planned here and is cancelled, or whose host did not come.</param>
public sealed record BoardCell(Room Room, Slot Slot, PlannedSession? Session, bool Continues, IReadOnlyList<PlannedSession> Gone)
{
    /// <summary>The id of its element, for live messages.</summary>
    public string Id => $"cell-{Room.Id:N}-{Slot.Id:N}";

    /// <summary>What decides how it looks; equal faces need no new HTML.</summary>
    public string Face => string.Join('\u001f', [Look(Session), Continues ? "on" : "", .. Gone.Select(Look)]);

    public static BoardCell Of(Plan plan, Room room, Slot slot)
    {
        var session = plan.At(room.Id, slot.Id);
        return new(room, slot, session, session is not null && session.Cell!.SlotId != slot.Id, [.. plan.Sessions.Where(gone =>
            gone.State is SessionState.Cancelled or SessionState.NoShow && gone.Cell == new Cell(room.Id, slot.Id))]);
    }

    private static string Look(PlannedSession? session) => session is null ? "" : string.Join('\u001e',
        session.Id, session.State, session.Title, session.HostNames, session.Language, session.Stars, session.Wishes.Slots,
        session.Pinned);
}
