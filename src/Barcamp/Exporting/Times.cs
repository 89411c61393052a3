using EventOps.Barcamp.Reading;
using EventOps.Ui;

namespace EventOps.Barcamp.Exporting;

/// <summary>The instants of a plan's local times, and how long its sessions take.</summary>
internal static class Times
{
    public static DateTimeOffset Instant(this Plan plan, DateTime local) => Say.In(plan.TimeZone).Instant(local);

    /// <summary>From when until when; null where its slot is gone or it never had one.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until)? SpanOf(this Plan plan, PlannedSession session) =>
        plan.SlotsOf(session) is [var first, ..] slots ? (plan.Instant(first.StartsAt), plan.Instant(slots[^1].EndsAt)) : null;

    /// <summary>The placed sessions of one room and day, in the order of time.</summary>
    public static IEnumerable<PlannedSession> Of(this Plan plan, DateOnly day, Guid roomId) => plan.Placed
        .Where(session => session.Cell!.RoomId == roomId && plan.Slot(session.Cell.SlotId)?.Day == day)
        .OrderBy(session => plan.Slot(session.Cell!.SlotId)!.StartsAt);
}

/// <summary>The public addresses that files lead to, below the address of the board.</summary>
internal static class Links
{
    public static string Board(string baseUrl) => baseUrl.TrimEnd('/');

    public static string Session(string baseUrl, PlannedSession session) => $"{Board(baseUrl)}/sessions/{session.Id}";
}
