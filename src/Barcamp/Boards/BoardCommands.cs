using EventOps.EventStore;

namespace EventOps.Barcamp.Boards;

public abstract record BoardCommand;

public sealed record SetRoom(Room Room) : BoardCommand;

/// <summary><paramref name="ParkSessions"/>: the moderator knows that sessions lose their place.</summary>
public sealed record RemoveRoom(Guid RoomId, bool ParkSessions, DateTimeOffset At) : BoardCommand;

/// <summary>Which of the event's check-in gates stand at the room.</summary>
public sealed record SetRoomGates(Guid RoomId, IReadOnlyList<string> Gates) : BoardCommand;

public sealed record SetSlot(Slot Slot) : BoardCommand;

/// <summary><paramref name="ParkSessions"/>: the moderator knows that sessions lose their place.</summary>
public sealed record RemoveSlot(Guid SlotId, bool ParkSessions, DateTimeOffset At) : BoardCommand;

public sealed record LockSlot(Guid SlotId) : BoardCommand;

public sealed record UnlockSlot(Guid SlotId) : BoardCommand;

/// <summary>Puts a proposal into the parking lot.</summary>
public sealed record AcceptSession(
    Guid SessionId, Guid ProposalId, IReadOnlyList<Guid> Hosts, Wishes Wishes, DateTimeOffset At,
    Guid? RepeatOf = null) : BoardCommand;

/// <summary>What moves a session carries the version of the board that the moderator saw, and when it happened.</summary>
public abstract record Move(Guid SessionId, long Seen, DateTimeOffset At) : BoardCommand;

public sealed record PlaceSession(Guid SessionId, Guid RoomId, Guid SlotId, long Seen, DateTimeOffset At)
    : Move(SessionId, Seen, At);

public sealed record SwapSessions(Guid SessionId, Guid OtherId, long Seen, DateTimeOffset At) : Move(SessionId, Seen, At);

public sealed record ParkSession(Guid SessionId, long Seen, DateTimeOffset At, bool ByMerge = false) : Move(SessionId, Seen, At);

/// <summary>Back to where it was before its proposal was merged, if it still waits and the place still is free.</summary>
public sealed record ReturnSession(Guid SessionId, long Seen, DateTimeOffset At) : Move(SessionId, Seen, At);

public sealed record CancelSession(Guid SessionId, long Seen, DateTimeOffset At) : Move(SessionId, Seen, At);

public sealed record MarkHostMissing(Guid SessionId, long Seen, DateTimeOffset At) : Move(SessionId, Seen, At);

/// <summary>All of them or none; <paramref name="Seen"/> is the version of the board that the moderator saw.</summary>
public sealed record MoveTogether(IReadOnlyList<Placing> To, long Seen, DateTimeOffset At) : BoardCommand;

public sealed record PinSession(Guid SessionId) : BoardCommand;

public sealed record UnpinSession(Guid SessionId) : BoardCommand;

public sealed record ReviseSession(Guid SessionId, IReadOnlyList<Guid> Hosts, Wishes Wishes) : BoardCommand;

public sealed record RewordSession(Guid SessionId) : BoardCommand;

public sealed record UndoMove(long MoveVersion, DateTimeOffset At) : BoardCommand;

public sealed record RoomNotFound : Refusal;

/// <summary>Nobody is in two rooms at once: a gate belongs to one.</summary>
public sealed record GateOfAnotherRoom(string Gate) : Refusal;

public sealed record SlotNotFound : Refusal;

public sealed record SessionNotFound : Refusal;

public sealed record SlotsOverlap(Guid OtherSlotId) : Refusal;

public sealed record SlotEndsBeforeItStarts : Refusal;

public sealed record StillHasSessions(int Count) : Refusal;

/// <summary>Somebody else moved the session since the moderator looked; its place is <paramref name="Now"/>.</summary>
public sealed record SessionMovedMeanwhile(Guid SessionId, Cell? Now) : Refusal;

/// <summary>The cell holds another session. <paramref name="Free"/>: the nearest cell where this one fits.</summary>
public sealed record CellTaken(Guid BySessionId, bool Meanwhile, Cell? Free) : Refusal;

public sealed record SlotIsBreak : Refusal;

public sealed record SlotIsLocked(Guid SlotId) : Refusal;

public sealed record RoomClosedThen(Guid RoomId) : Refusal;

public sealed record NeedsTwoSlots : Refusal;

/// <summary>A host would have to be in two rooms at once. <paramref name="Free"/>: the nearest cell where the session fits.</summary>
public sealed record HostTwice(Guid OtherSessionId, Cell? Free) : Refusal;

public sealed record SwapDoesNotFit : Refusal;

public sealed record NothingToUndo : Refusal;

/// <summary>What was moved since cannot be taken back around: undo the newer move first.</summary>
public sealed record MovedAgainSince(Guid SessionId) : Refusal;
