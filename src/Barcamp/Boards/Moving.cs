using EventOps.EventStore;

namespace EventOps.Barcamp.Boards;

/// <summary>Moves of one session, or of two at once: each is judged against what the moderator saw.</summary>
internal static class Moving
{
    public static Decision<BoardEvent> Decide(Move command, Session session, Board board) => command switch
    {
        PlaceSession c => Place(c, session, board),
        SwapSessions c => board.Sessions.TryGetValue(c.OtherId, out var other)
            ? Swap(c, session, other, board) : new SessionNotFound(),
        ParkSession when session.State == SessionState.Parked => Decision<BoardEvent>.Nothing,
        CancelSession when session.State == SessionState.Cancelled => Decision<BoardEvent>.Nothing,
        MarkHostMissing when session.State == SessionState.NoShow => Decision<BoardEvent>.Nothing,
        ReturnSession c => session.LeftFor is { } left && Obstacle(session, left, board, c.Seen) is null
            ? new SessionPlaced(session.Id, left.RoomId, left.SlotId, c.At)
            : Decision<BoardEvent>.Nothing,
        _ when Newer(command, session) => Meanwhile(session),
        ParkSession c => LockedAt(session, board) is { } locked ? locked : new SessionParked(session.Id, c.At, c.ByMerge),
        CancelSession c => new SessionCancelled(session.Id, c.At), // whoever is ill is ill, also in an announced slot
        MarkHostMissing c => session.State == SessionState.Placed ? new HostMissing(session.Id, c.At) : Meanwhile(session),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    /// <summary>Whether a session could be at a place; null if it could. Another session there counts, itself does not.</summary>
    public static Refusal? Obstacle(Session session, Cell cell, Board board, long seen, params ReadOnlySpan<Guid> except)
    {
        if (board.Room(cell.RoomId) is not { } room) return new RoomNotFound();
        if (board.Slot(cell.SlotId) is not { } first) return new SlotNotFound();
        if (first.Break is not null) return new SlotIsBreak();
        if (board.Span(cell.SlotId, session.Wishes.Slots) is not { } span) return new NeedsTwoSlots();
        foreach (var slot in span)
        {
            if (board.Locked.Contains(slot.Id)) return new SlotIsLocked(slot.Id);
            if (!room.IsOpen(slot.StartsAt, slot.EndsAt)) return new RoomClosedThen(room.Id);
            foreach (var other in board.During(slot.Id))
            {
                if (other.Id == session.Id || except.Contains(other.Id)) continue;
                if (other.Cell!.RoomId == room.Id) return new CellTaken(other.Id, other.ChangedIn > seen, null);
                if (other.Hosts.Any(session.Hosts.Contains)) return new HostTwice(other.Id, null);
            }
        }

        return null;
    }

    /// <summary>Another set of hosts or wishes must leave a placed session possible where it is.</summary>
    public static Decision<BoardEvent> Revise(ReviseSession c, Session session, Board board)
    {
        if (c.Hosts.SequenceEqual(session.Hosts) && Same(c.Wishes, session.Wishes)) return Decision<BoardEvent>.Nothing;
        var revised = session with { Hosts = c.Hosts, Wishes = c.Wishes };
        return session.State == SessionState.Placed
            && Obstacle(revised, session.Cell!, board with { Locked = [] }, long.MaxValue) is { } obstacle
            ? WithWayOut(obstacle, revised, session.Cell!, board)
            : new SessionRevised(session.Id, c.Hosts, c.Wishes);
    }

    private static Decision<BoardEvent> Place(PlaceSession c, Session session, Board board)
    {
        var cell = new Cell(c.RoomId, c.SlotId);
        if (session.State == SessionState.Placed && session.Cell == cell) return Decision<BoardEvent>.Nothing;
        if (Newer(c, session)) return Meanwhile(session);
        if (LockedAt(session, board) is { } locked) return locked;
        return Obstacle(session, cell, board, c.Seen) is { } obstacle
            ? WithWayOut(obstacle, session, cell, board)
            : new SessionPlaced(session.Id, c.RoomId, c.SlotId, c.At);
    }

    private static Decision<BoardEvent> Swap(SwapSessions c, Session one, Session other, Board board)
    {
        if (one.ChangedIn > c.Seen && one.ChangedIn == other.ChangedIn) return Decision<BoardEvent>.Nothing; // this swap, sent again
        if (Newer(c, one)) return Meanwhile(one);
        if (Newer(c, other)) return Meanwhile(other);
        if (one.State != SessionState.Placed || other.State != SessionState.Placed || one.Id == other.Id)
            return new SwapDoesNotFit();
        if ((LockedAt(one, board) ?? LockedAt(other, board)) is { } locked) return locked;
        return (Obstacle(one, other.Cell!, board, c.Seen, other.Id) ?? Obstacle(other, one.Cell!, board, c.Seen, one.Id)
            ?? (Collide(one, other, board) ? new SwapDoesNotFit() : null)) is { } obstacle
            ? obstacle
            : new SessionsSwapped(one.Id, other.Id, c.At);
    }

    // Each fits beside all others, but do they fit beside each other?
    private static bool Collide(Session one, Session other, Board board)
    {
        var (there, here) = (board.Span(other.Cell!.SlotId, one.Wishes.Slots)!, board.Span(one.Cell!.SlotId, other.Wishes.Slots)!);
        return there.Any(here.Contains) && (one.Cell.RoomId == other.Cell.RoomId || one.Hosts.Any(other.Hosts.Contains));
    }

    private static bool Newer(Move command, Session session) => session.ChangedIn > command.Seen;

    public static SessionMovedMeanwhile Meanwhile(Session session) =>
        new SessionMovedMeanwhile(session.Id, session.State == SessionState.Placed ? session.Cell : null);

    public static SlotIsLocked? LockedAt(Session session, Board board) => session.State == SessionState.Placed
        && board.SlotsOf(session).FirstOrDefault(slot => board.Locked.Contains(slot.Id)) is { } locked ? new(locked.Id) : null;

    private static Refusal WithWayOut(Refusal obstacle, Session session, Cell wanted, Board board) => obstacle switch
    {
        CellTaken taken => taken with { Free = Nearest(session, wanted, board) },
        HostTwice twice => twice with { Free = Nearest(session, wanted, board) },
        _ => obstacle,
    };

    /// <summary>The same slot in another room first, then the slots around it.</summary>
    private static Cell? Nearest(Session session, Cell wanted, Board board)
    {
        var at = board.Slots.FindIndex(slot => slot.Id == wanted.SlotId);
        return board.Slots.Select((slot, i) => (slot, Far: Math.Abs(i - at), Later: i < at)).OrderBy(s => s.Far)
            .ThenBy(s => s.Later)
            .SelectMany(s => board.Rooms.OrderBy(room => room.Id == wanted.RoomId ? 0 : 1).Select(room => new Cell(room.Id, s.slot.Id)))
            .FirstOrDefault(cell => Obstacle(session, cell, board, 0) is null);
    }

    private static bool Same(Wishes one, Wishes other) =>
        one.Features.SequenceEqual(other.Features) && one with { Features = other.Features } == other;
}
