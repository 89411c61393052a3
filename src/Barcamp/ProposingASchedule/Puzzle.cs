using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>
/// A plan as numbers: sessions, cells (slot by slot, one for each room), who wants what as bits, and what each session costs in
/// each cell it may begin in.
/// </summary>
internal sealed class Puzzle
{
    private readonly Dictionary<Guid, int> _rooms;
    private readonly Dictionary<Guid, int> _slots;

    public Puzzle(Plan plan, Stars stars, DateTimeOffset now, ScheduleRules rules, bool placedOnly = false)
    {
        Plan = plan;
        Rooms = [.. plan.Rooms];
        Slots = [.. plan.Slots.Where(slot => slot.Break is null)];
        Sessions = [.. plan.Sessions.Where(session => session.State is SessionState.Placed
            || (session.State is SessionState.Parked && !placedOnly))];
        _rooms = Rooms.Index().ToDictionary(room => room.Item.Id, room => room.Index);
        _slots = Slots.Index().ToDictionary(slot => slot.Item.Id, slot => slot.Index);
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone)).DateTime;
        Closed = [.. Slots.Select(slot =>
            slot.StartsAt <= local || plan.LockedSlots.Contains(slot.Id) || rules.Announced.Contains(slot.Id))];
        Follows = [.. Slots.Select((slot, at) => at + 1 < Slots.Length && Slots[at + 1].Day == slot.Day
            && plan.Slots.SkipWhile(other => other.Id != slot.Id).ElementAt(1).Id == Slots[at + 1].Id)];
        Spans = [.. Sessions.Select(session => session.Wishes.Slots)];
        Starts = [.. Sessions.Select(session => session.State is SessionState.Placed ? CellOf(session.Cell) : -1)];
        Fixed = [.. Sessions.Select((session, at) => Starts[at] >= 0
            && (session.Pinned || Closed[Starts[at] / RoomCount] || Closed[LastSlot(at, Starts[at])]))];
        Crowd = new Crowd([.. Sessions.Select(session => stars.Of(session.Id))], Spans, Slots.Length);
        Clashes = new Clashes(Sessions);
        Costs = new CellCosts(this, rules);
        Movable = [.. Enumerable.Range(0, Sessions.Length).Where(session => !Fixed[session])];
    }

    public Plan Plan { get; }

    public Room[] Rooms { get; }

    public Slot[] Slots { get; }

    /// <summary>Placed and parked ones; in a repair the placed ones only.</summary>
    public PlannedSession[] Sessions { get; }

    /// <summary>Slots that no move may touch: past, locked or announced.</summary>
    public bool[] Closed { get; }

    /// <summary>Whether the next slot begins a session's second half: same day, no break between.</summary>
    public bool[] Follows { get; }

    public int[] Spans { get; }

    /// <summary>The first cell of each session today; -1 while parked, or when its room or slot is gone.</summary>
    public int[] Starts { get; }

    public bool[] Fixed { get; }

    public int[] Movable { get; }

    public Crowd Crowd { get; }

    public Clashes Clashes { get; }

    public CellCosts Costs { get; }

    public int RoomCount => Rooms.Length;

    public int Cells => Rooms.Length * Slots.Length;

    /// <summary>The last slot of a session that begins in a cell; short where the day ends before.</summary>
    public int LastSlot(int session, int cell) => LastOf(session, cell / RoomCount);

    public int LastOf(int session, int slot) => Math.Min(Slots.Length - 1, slot + Spans[session] - 1);

    public int CellOf(Cell? cell) => cell is not null && _rooms.TryGetValue(cell.RoomId, out var room)
        && _slots.TryGetValue(cell.SlotId, out var slot) ? slot * RoomCount + room : -1;

    public Cell CellAt(int cell) => new(Rooms[cell % RoomCount].Id, Slots[cell / RoomCount].Id);
}
