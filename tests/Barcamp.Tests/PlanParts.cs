using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.Tests;

/// <summary>
/// Small plans for tests: ids are numbers, the day is 5 May 2018, slots are 45 minutes from 10:00 on, each hour.
/// </summary>
internal static class PlanParts
{
    public static readonly DateTime Morning = new(2018, 5, 5, 10, 0, 0);
    public static readonly DateTimeOffset DayBefore = new(2018, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static Guid RoomId(int number) => Id(1, number);

    public static Guid SlotId(int number) => Id(2, number);

    public static Guid SessionId(int number) => Id(3, number);

    public static Guid HostId(int number) => Id(4, number);

    public static Room Room(int number, int capacity = 50, params string[] features) =>
        new(RoomId(number), $"Raum {number}", capacity, features, [], (number - 1) % 6 + 1);

    public static Slot Slot(int number) =>
        new(SlotId(number), Morning.AddHours(number - 1), Morning.AddHours(number - 1).AddMinutes(45), null);

    public static Slot Break(int number) => Slot(number) with { Break = new("Mittagspause", "Lunch") };

    public static Cell Cell(int room, int slot) => new(RoomId(room), SlotId(slot));

    public static PlannedSession Session(int number, Cell? at = null, int host = 0) => new(
        SessionId(number), Id(5, number), $"Sitzung {number}", "", "de", [],
        [new(HostId(host == 0 ? number : host), $"Person {number}")], at, at is null ? SessionState.Parked : SessionState.Placed,
        at is null ? 0 : 1, DayBefore, 1, Wishes.None, false, null, null);

    public static Plan Plan(IReadOnlyList<Room> rooms, IReadOnlyList<Slot> slots, params PlannedSession[] sessions) => new(
        Id(0, 1), "mucgov18", new("BarCamp MucGov18", "BarCamp MucGov18"), "Europe/Berlin", 7, DayBefore, rooms, slots,
        new HashSet<Guid>(), sessions);

    /// <summary>Rooms 1 to n, slots 1 to m.</summary>
    public static Plan Grid(int rooms, int slots, params PlannedSession[] sessions) => Plan(
        [.. Enumerable.Range(1, rooms).Select(at => Room(at))], [.. Enumerable.Range(1, slots).Select(Slot)], sessions);

    private static Guid Id(int kind, int number) => new(kind, 0, 0, BitConverter.GetBytes((long)number));
}
