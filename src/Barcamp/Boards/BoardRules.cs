using EventOps.EventStore;

namespace EventOps.Barcamp.Boards;

/// <summary>What moderators may do with the board: set-up, and the lock on slots that are announced.</summary>
internal static class BoardRules
{
    public static Decision<BoardEvent> Decide(BoardCommand command, Board board) => command switch
    {
        SetRoom c => Set(c.Room, board),
        SetRoomGates c => SetGates(c, board),
        SetSlot c => Set(c.Slot, board),
        RemoveRoom c => board.Room(c.RoomId) is null
            ? Decision<BoardEvent>.Nothing
            : Remove(new RoomRemoved(c.RoomId), [.. board.Placed.Where(s => s.Cell!.RoomId == c.RoomId)], c.ParkSessions, c.At),
        RemoveSlot c => board.Slot(c.SlotId) is null
            ? Decision<BoardEvent>.Nothing
            : Remove(new SlotRemoved(c.SlotId), [.. board.During(c.SlotId)], c.ParkSessions, c.At),
        LockSlot c when board.Slot(c.SlotId) is null => new SlotNotFound(),
        LockSlot c => board.Locked.Contains(c.SlotId) ? Decision<BoardEvent>.Nothing : new SlotLocked(c.SlotId),
        UnlockSlot c => board.Locked.Contains(c.SlotId) ? new SlotUnlocked(c.SlotId) : Decision<BoardEvent>.Nothing,
        AcceptSession c => board.Sessions.ContainsKey(c.SessionId)
            ? Decision<BoardEvent>.Nothing
            : new SessionAccepted(c.SessionId, c.ProposalId, c.Hosts, c.Wishes, c.RepeatOf, c.At),
        UndoMove c => Undoing.Decide(c, board),
        Move c => board.Sessions.TryGetValue(c.SessionId, out var session)
            ? Moving.Decide(c, session, board) : new SessionNotFound(),
        MoveTogether c => MovingTogether.Decide(c, board),
        PinSession c => On(c.SessionId, board, s => s.Pinned ? Decision<BoardEvent>.Nothing : new SessionPinned(s.Id)),
        UnpinSession c => On(c.SessionId, board, s => s.Pinned ? new SessionUnpinned(s.Id) : Decision<BoardEvent>.Nothing),
        ReviseSession c => On(c.SessionId, board, s => Moving.Revise(c, s, board)),
        RewordSession c => On(c.SessionId, board, s => new SessionReworded(s.Id)),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    private static Decision<BoardEvent> On(Guid sessionId, Board board, Func<Session, Decision<BoardEvent>> decide) =>
        board.Sessions.TryGetValue(sessionId, out var session) ? decide(session) : new SessionNotFound();

    private static Decision<BoardEvent> Set(Room room, Board board)
    {
        var standing = board.Room(room.Id);
        if (standing is not null && Same(standing, room)) return Decision<BoardEvent>.Nothing;
        // A narrower opening must not leave a session before a closed door.
        var outside = board.Placed.Count(s => s.Cell!.RoomId == room.Id && board.SlotsOf(s).Any(slot => !room.IsOpen(slot.StartsAt, slot.EndsAt)));
        return outside > 0 ? new StillHasSessions(outside) : new RoomSet(room);
    }

    private static Decision<BoardEvent> SetGates(SetRoomGates c, Board board)
    {
        if (board.Room(c.RoomId) is null) return new RoomNotFound();
        if (c.Gates.FirstOrDefault(gate => board.Gates.Any(room => room.Key != c.RoomId && room.Value.Contains(gate))) is { } taken)
            return new GateOfAnotherRoom(taken);
        var gates = c.Gates.Distinct(StringComparer.Ordinal).ToList();
        return gates.SequenceEqual(board.Gates.GetValueOrDefault(c.RoomId, []))
            ? Decision<BoardEvent>.Nothing : new RoomGatesSet(c.RoomId, gates);
    }

    private static bool Same(Room one, Room other) =>
        one.Features.SequenceEqual(other.Features) && one.OpenAt.SequenceEqual(other.OpenAt)
        && one with { Features = other.Features, OpenAt = other.OpenAt } == other;

    private static Decision<BoardEvent> Set(Slot slot, Board board)
    {
        if (slot.EndsAt <= slot.StartsAt) return new SlotEndsBeforeItStarts();
        if (board.Slot(slot.Id) == slot) return Decision<BoardEvent>.Nothing;
        if (board.Slots.Find(other => other.Id != slot.Id && other.StartsAt < slot.EndsAt && slot.StartsAt < other.EndsAt) is { } other)
            return new SlotsOverlap(other.Id);
        var after = Board.Evolve(board, new SlotSet(slot));
        var homeless = board.Placed.Count(s => after.Span(s.Cell!.SlotId, s.Wishes.Slots) is not { } span
            || !span.SequenceEqual(board.SlotsOf(s), SameId.Instance)
            || span.Any(part => !board.Room(s.Cell.RoomId)!.IsOpen(part.StartsAt, part.EndsAt)));
        return homeless > 0 ? new StillHasSessions(homeless) : new SlotSet(slot);
    }

    private static Decision<BoardEvent> Remove(BoardEvent removed, List<Session> concerned, bool parkSessions, DateTimeOffset at) =>
        concerned.Count > 0 && !parkSessions
            ? new StillHasSessions(concerned.Count)
            : Decision<BoardEvent>.All([.. concerned.OrderBy(s => s.Id).Select(s => new SessionParked(s.Id, at)), removed]);

    private sealed class SameId : IEqualityComparer<Slot>
    {
        public static readonly SameId Instance = new();

        public bool Equals(Slot? x, Slot? y) => x?.Id == y?.Id;

        public int GetHashCode(Slot slot) => slot.Id.GetHashCode();
    }
}
