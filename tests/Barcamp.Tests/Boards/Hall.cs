using EventOps.Barcamp.Boards;

namespace EventOps.Barcamp.Tests.Boards;

/// <summary>A small house: two rooms, four slots with a break before the last, and three ideas.</summary>
internal static class Hall
{
    public static readonly DateTimeOffset Ten = new(2018, 5, 5, 8, 0, 0, TimeSpan.Zero);
    public static readonly Room Saal = new(Id(1), "Saal", 120, ["projector"], [], 1);
    public static readonly Room Garten = new(Id(2), "Garten", 20, [], [new(At(10), At(13))], 2);
    public static readonly Slot Early = new(Id(10), At(9), At(10), null);
    public static readonly Slot First = new(Id(11), At(10), At(11), null);
    public static readonly Slot Second = new(Id(12), At(11), At(12), null);
    public static readonly Slot Lunch = new(Id(13), At(12), At(13), new("Mittag", "Lunch"));
    public static readonly Slot Third = new(Id(14), At(13), At(14), null);
    public static readonly Guid Anna = Id(21), Ben = Id(22);
    public static readonly Guid Forms = Id(31), Bots = Id(32), Maps = Id(33);

    public static IReadOnlyList<BoardEvent> House =>
    [
        new RoomSet(Saal), new RoomSet(Garten), new SlotSet(Early), new SlotSet(First), new SlotSet(Second), new SlotSet(Lunch),
        new SlotSet(Third), Accepted(Forms, Anna), Accepted(Bots, Ben), Accepted(Maps, Anna),
    ];

    public static long Seen => House.Count;

    public static SessionAccepted Accepted(Guid id, Guid host, int slots = 1) =>
        new(id, id, [host], Wishes.None with { Slots = slots }, null, Ten);

    public static SessionPlaced Placed(Guid session, Room room, Slot slot) => new(session, room.Id, slot.Id, Ten);

    public static BoardEvent[] After(params BoardEvent[] more) => [.. House, .. more];

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static DateTime At(int hour) => new(2018, 5, 5, hour, 0, 0, DateTimeKind.Unspecified);
}
