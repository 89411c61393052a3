using EventOps.Contracts;

namespace EventOps.Barcamp.Boards;

/// <summary>Where sessions take place. <paramref name="OpenAt"/>: when it can be used; empty for always.</summary>
/// <param name="Id">Stays the same when the room is renamed.</param>
/// <param name="Name">As it stands on the door.</param>
/// <param name="Capacity">Seats.</param>
/// <param name="Features">What it has, in lower case: projector, ground-floor.</param>
/// <param name="OpenAt">Windows in the event's local time; empty: always.</param>
/// <param name="Tone">Colour and weave of its strip, 1 to 6.</param>
public sealed record Room(
    Guid Id, string Name, int Capacity, IReadOnlyList<string> Features, IReadOnlyList<Window> OpenAt, int Tone)
{
    public bool IsOpen(DateTime from, DateTime until) =>
        OpenAt.Count == 0 || OpenAt.Any(window => window.From <= from && until <= window.Until);
}

/// <summary>A span of local time.</summary>
public sealed record Window(DateTime From, DateTime Until);

/// <summary>One row of the board, in the event's local time. No two of a barcamp overlap. A break takes no sessions.</summary>
public sealed record Slot(Guid Id, DateTime StartsAt, DateTime EndsAt, LocalizedText? Break)
{
    public DateOnly Day => DateOnly.FromDateTime(StartsAt);
}

/// <summary>One place on the board.</summary>
public sealed record Cell(Guid RoomId, Guid SlotId);

/// <summary>A session with the place that it shall have.</summary>
public sealed record Placing(Guid SessionId, Guid RoomId, Guid SlotId);

/// <summary>What hosts wish for; the hard part of every proposed schedule.</summary>
/// <param name="NotBefore">Earliest beginning, local time of day; null for any.</param>
/// <param name="NotAfter">Latest end, local time of day; null for any.</param>
/// <param name="Features">What the room must have.</param>
/// <param name="Slots">How many slots in a row: 1 or 2.</param>
public sealed record Wishes(TimeOnly? NotBefore, TimeOnly? NotAfter, IReadOnlyList<string> Features, int Slots)
{
    public static Wishes None { get; } = new(null, null, [], 1);

    public bool Suits(Slot first, Slot last) =>
        (NotBefore is not { } earliest || TimeOnly.FromDateTime(first.StartsAt) >= earliest)
        && (NotAfter is not { } latest || TimeOnly.FromDateTime(last.EndsAt) <= latest);

    public bool Suits(Room room) => Features.All(feature => room.Features.Contains(feature, StringComparer.OrdinalIgnoreCase));
}

/// <summary>How a session stands.</summary>
public enum SessionState
{
    /// <summary>Waits in the parking lot for a place.</summary>
    Parked,

    /// <summary>Has a place.</summary>
    Placed,

    /// <summary>Does not take place.</summary>
    Cancelled,

    /// <summary>Its host did not come; the place is free again.</summary>
    NoShow,
}
