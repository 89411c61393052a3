using System.Text.Json.Serialization;

namespace EventOps.Barcamp.Boards;

public abstract record BoardEvent;

/// <summary>A room is new or described anew.</summary>
public sealed record RoomSet(Room Room) : BoardEvent;

public sealed record RoomRemoved(Guid RoomId) : BoardEvent;

/// <summary>People are counted for a room at these check-in gates.</summary>
public sealed record RoomGatesSet(Guid RoomId, IReadOnlyList<string> Gates) : BoardEvent;

/// <summary>A slot is new or described anew.</summary>
public sealed record SlotSet(Slot Slot) : BoardEvent;

public sealed record SlotRemoved(Guid SlotId) : BoardEvent;

public sealed record SlotLocked(Guid SlotId) : BoardEvent;

public sealed record SlotUnlocked(Guid SlotId) : BoardEvent;

/// <summary>A proposal becomes a session; it waits in the parking lot.</summary>
public sealed record SessionAccepted(
    Guid SessionId, Guid ProposalId, IReadOnlyList<Guid> Hosts, Wishes Wishes, Guid? RepeatOf, DateTimeOffset At) : BoardEvent;

/// <summary><paramref name="At"/> is when it happened, which for paper changes typed in later is before it was recorded.</summary>
public sealed record SessionPlaced(Guid SessionId, Guid RoomId, Guid SlotId, DateTimeOffset At) : BoardEvent;

public sealed record SessionsSwapped(Guid SessionId, Guid OtherId, DateTimeOffset At) : BoardEvent;

/// <summary>Several sessions change places at once: each leaves its own before any arrives.</summary>
public sealed record SessionsMoved(IReadOnlyList<Placing> To, DateTimeOffset At) : BoardEvent;

/// <summary><paramref name="ByMerge"/>: its proposal became part of another one, and gives it back its place when they part.</summary>
public sealed record SessionParked(
    Guid SessionId, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ByMerge = false) : BoardEvent;

public sealed record SessionCancelled(Guid SessionId, DateTimeOffset At) : BoardEvent;

public sealed record HostMissing(Guid SessionId, DateTimeOffset At) : BoardEvent;

public sealed record SessionPinned(Guid SessionId) : BoardEvent;

public sealed record SessionUnpinned(Guid SessionId) : BoardEvent;

/// <summary>Hosts or wishes changed; placed sessions keep their place.</summary>
public sealed record SessionRevised(Guid SessionId, IReadOnlyList<Guid> Hosts, Wishes Wishes) : BoardEvent;

/// <summary>Its words changed, or it was hidden or shown: the board looks different, and nothing moved.</summary>
public sealed record SessionReworded(Guid SessionId) : BoardEvent;

/// <summary>The move of that version was taken back; the events that restore the places follow.</summary>
public sealed record MoveUndone(long MoveVersion) : BoardEvent;
