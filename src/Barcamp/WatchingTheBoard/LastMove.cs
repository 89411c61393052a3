using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;
using EventOps.Ui;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>Says the newest move of a board in words.</summary>
public static class LastMove
{
    private static readonly TextSource T = WatchingTexts.Of;

    /// <summary>When, and what.</summary>
    public sealed record Sentence(string At, string What);

    /// <summary>The newest move, of both sessions when two changed places; null while nothing has a place.</summary>
    public static Sentence? Of(Plan plan, Say say)
    {
        var moved = plan.Sessions.Where(session => session.Sequence > 0).ToList();
        if (moved.Count == 0) return null;
        var newest = moved.Max(session => session.ChangedIn);
        var last = moved.Where(session => session.ChangedIn == newest).ToList();
        return new(say.Time(last[0].ChangedAt), string.Join(' ', last.Select(session => Words(plan, session, say))));
    }

    /// <summary>One session's news: „Karten“ zieht um: 13:30 Uhr, jetzt Dachboden.</summary>
    public static string Words(Plan plan, PlannedSession session, Say say)
    {
        var place = session.Cell is { } cell && plan.Slot(cell.SlotId) is { } slot && plan.Room(cell.RoomId) is { } room
            ? T["place", say.WallTime(slot.StartsAt), room.Name]
            : "";
        return session.State switch
        {
            SessionState.Placed when place.Length > 0 => T[session.Sequence == 1 ? "news.placed" : "news.moved", session.Title, place],
            SessionState.Cancelled => T["news.cancelled", session.Title],
            SessionState.NoShow => T["news.no-show", session.Title],
            _ => T["news.parked", session.Title],
        };
    }
}
