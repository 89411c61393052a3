using System.Globalization;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using Microsoft.AspNetCore.Http;

namespace EventOps.Barcamp.ModeratingTheBoard;

/// <summary>What a moderator can do with one click.</summary>
public enum MoveKind
{
    /// <summary>Into a cell.</summary>
    Place,

    /// <summary>Two change places.</summary>
    Swap,

    /// <summary>Into the parking lot.</summary>
    Park,

    /// <summary>Does not take place.</summary>
    Cancel,

    /// <summary>Nobody is there to hold it.</summary>
    NoShow,

    /// <summary>A second time, because not all found room.</summary>
    Repeat,

    /// <summary>Stays where it is in proposed schedules.</summary>
    Pin,

    /// <summary>May move again.</summary>
    Unpin,

    /// <summary>A time is announced: nothing moves there.</summary>
    Lock,

    /// <summary>Moves are possible again.</summary>
    Unlock,

    /// <summary>Takes a move back.</summary>
    Undo,
}

/// <summary>One posted move.</summary>
public sealed record MoveForm(
    MoveKind Kind, Guid? Session, Guid? Other, Guid? Room, Guid? Slot, long Seen, long Version, DateTimeOffset At, string Back)
{
    private static readonly string[] s_pages = ["", "/pitch", "/schedule", "/history"];

    public BoardCommand Command => Kind switch
    {
        MoveKind.Place => new PlaceSession(Id(Session), Id(Room), Id(Slot), Seen, At),
        MoveKind.Swap => new SwapSessions(Id(Session), Id(Other), Seen, At),
        MoveKind.Park => new ParkSession(Id(Session), Seen, At),
        MoveKind.Cancel => new CancelSession(Id(Session), Seen, At),
        MoveKind.NoShow => new MarkHostMissing(Id(Session), Seen, At),
        MoveKind.Pin => new PinSession(Id(Session)),
        MoveKind.Unpin => new UnpinSession(Id(Session)),
        MoveKind.Lock => new LockSlot(Id(Slot)),
        MoveKind.Unlock => new UnlockSlot(Id(Slot)),
        _ => new UndoMove(Version, At),
    };

    /// <summary>Null where the kind or an id cannot be read.</summary>
    public static MoveForm? Read(IFormCollection typed, AtBarcamp at, DateTimeOffset now)
    {
        if (!Enum.TryParse<MoveKind>(((string?)typed["kind"])?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind)) return null;
        var cell = ((string?)typed["cell"])?.Split('_') is [var room, var slot]
            ? (room, slot)
            : ((string?)typed["room"], (string?)typed["slot"]);
        var back = (string?)typed["back"] ?? "";
        return new(
            kind, Parse(typed["session"]),
            kind == MoveKind.Repeat ? Parse(typed["other"]) ?? Guid.NewGuid() : Parse(typed["other"]),
            Parse(cell.Item1), Parse(cell.Item2), Number(typed["seen"]), Number(typed["version"]), Moment(typed["at"], at, now),
            s_pages.Contains(back) ? back : "");
    }

    private static Guid? Parse(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static Guid Id(Guid? id) => id ?? Guid.Empty;

    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // "10:42" on paper is today in the event's zone; what lies ahead has not happened.
    private static DateTimeOffset Moment(string? text, AtBarcamp at, DateTimeOffset now)
    {
        if (!TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time)) return now;
        var then = at.Say.Instant(at.Say.Local(now).Date + time.ToTimeSpan());
        return then < now ? then : now;
    }
}
