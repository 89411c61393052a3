using System.Collections.Immutable;
using EventOps.EventStore;

namespace EventOps.Barcamp.Boards;

/// <summary>
/// Rooms by slots of one barcamp and what takes place where: no cell holds two sessions, no host is in two places, no session
/// is lost. Stream: board-{event}.
/// </summary>
public sealed record Board(
    ImmutableList<Room> Rooms, ImmutableList<Slot> Slots, ImmutableHashSet<Guid> Locked,
    ImmutableDictionary<Guid, Session> Sessions, ImmutableList<PastMove> Moves, long Version)
{
    public static Board Empty { get; } = new([], [], [], ImmutableDictionary<Guid, Session>.Empty, [], 0);

    /// <summary>The check-in gates at each room that has any.</summary>
    public ImmutableDictionary<Guid, ImmutableList<string>> Gates { get; init; } = ImmutableDictionary<Guid, ImmutableList<string>>.Empty;

    public static Decider<BoardCommand, Board, BoardEvent> Decider { get; } = new("board", Empty, BoardRules.Decide, Evolve);

    public static string Stream(Guid eventId) => $"board-{eventId}";

    public Room? Room(Guid id) => Rooms.Find(room => room.Id == id);

    public Slot? Slot(Guid id) => Slots.Find(slot => slot.Id == id);

    public IEnumerable<Session> Placed => Sessions.Values.Where(session => session.State == SessionState.Placed);

    /// <summary>The slots that a session takes from a slot on: as many as it wishes, of one day, with no break between; else null.</summary>
    public IReadOnlyList<Slot>? Span(Guid firstSlotId, int slots)
    {
        var first = Slots.FindIndex(slot => slot.Id == firstSlotId);
        if (first < 0 || first + slots > Slots.Count) return null;
        var span = Slots.GetRange(first, slots);
        return span.TrueForAll(slot => slot.Break is null && slot.Day == span[0].Day) ? span : null;
    }

    /// <summary>The slots of a session that has a place.</summary>
    public IReadOnlyList<Slot> SlotsOf(Session session) => Span(session.Cell!.SlotId, session.Wishes.Slots) ?? [];

    /// <summary>The move that a moderator may want to take back: the newest, if it was not long ago.</summary>
    public PastMove? LastMove(DateTimeOffset now) =>
        Moves is [.., var last] && last.At > now - PastMove.OfferedFor ? last : null;

    /// <summary>What takes place in a slot, long sessions included.</summary>
    public IEnumerable<Session> During(Guid slotId) => Placed.Where(session => SlotsOf(session).Any(slot => slot.Id == slotId));

    public static Board Evolve(Board board, BoardEvent happened) => Apply(board, happened) with { Version = board.Version + 1 };

    private static Board Apply(Board board, BoardEvent happened) => happened switch
    {
        RoomSet e => board with { Rooms = Upsert(board.Rooms, e.Room, room => room.Id == e.Room.Id) },
        RoomRemoved e => board with { Rooms = board.Rooms.RemoveAll(room => room.Id == e.RoomId), Gates = board.Gates.Remove(e.RoomId) },
        RoomGatesSet e => board with { Gates = e.Gates.Count == 0 ? board.Gates.Remove(e.RoomId) : board.Gates.SetItem(e.RoomId, [.. e.Gates]) },
        SlotSet e => board with
        {
            Slots = [.. Upsert(board.Slots, e.Slot, slot => slot.Id == e.Slot.Id).OrderBy(slot => slot.StartsAt)],
        },
        SlotRemoved e => board with
        {
            Slots = board.Slots.RemoveAll(slot => slot.Id == e.SlotId),
            Locked = board.Locked.Remove(e.SlotId),
        },
        SlotLocked e => board with { Locked = board.Locked.Add(e.SlotId) },
        SlotUnlocked e => board with { Locked = board.Locked.Remove(e.SlotId) },
        SessionAccepted e => board.With(new(
            e.SessionId, e.ProposalId, e.Hosts, e.Wishes, null, SessionState.Parked, false, e.RepeatOf, 0, 0, e.At)),
        SessionPlaced e => board.Moved(e.At, (e.SessionId, new(e.RoomId, e.SlotId), SessionState.Placed)),
        SessionsSwapped e => board.Moved(e.At,
            (e.SessionId, board.CellOf(e.OtherId), SessionState.Placed),
            (e.OtherId, board.CellOf(e.SessionId), SessionState.Placed)),
        SessionsMoved e => board.Moved(
            e.At, [.. e.To.Select(to => (to.SessionId, (Cell?)new Cell(to.RoomId, to.SlotId), SessionState.Placed))]),
        SessionParked { ByMerge: true } e => board.Moved(e.At, (e.SessionId, null, SessionState.Parked))
            .Change(e.SessionId, session => session with { LeftFor = board.CellOf(e.SessionId) }),
        SessionParked e => board.Moved(e.At, (e.SessionId, null, SessionState.Parked)),
        SessionCancelled e => board.Moved(e.At, (e.SessionId, board.CellOf(e.SessionId), SessionState.Cancelled)),
        HostMissing e => board.Moved(e.At, (e.SessionId, board.CellOf(e.SessionId), SessionState.NoShow)),
        SessionPinned e => board.Change(e.SessionId, session => session with { Pinned = true }),
        SessionUnpinned e => board.Change(e.SessionId, session => session with { Pinned = false }),
        SessionRevised e => board.Change(e.SessionId, session => session with { Hosts = e.Hosts, Wishes = e.Wishes }),
        MoveUndone e => board with { Moves = board.Moves.RemoveAll(move => move.Version == e.MoveVersion) },
        _ => board,
    };

    private Cell? CellOf(Guid sessionId) => Sessions.GetValueOrDefault(sessionId)?.Cell;

    private Board With(Session session) => this with { Sessions = Sessions.SetItem(session.Id, session) };

    private Board Change(Guid id, Func<Session, Session> change) =>
        Sessions.TryGetValue(id, out var session) ? With(change(session)) : this;

    private Board Moved(DateTimeOffset at, params ReadOnlySpan<(Guid Id, Cell? To, SessionState State)> steps)
    {
        var sessions = Sessions;
        var past = ImmutableList<PastStep>.Empty;
        foreach (var (id, to, state) in steps)
        {
            if (!Sessions.TryGetValue(id, out var session)) continue;
            past = past.Add(new(id, session.Cell, session.State));
            sessions = sessions.SetItem(id, session with
            {
                Cell = to,
                State = state,
                LeftFor = null,
                Sequence = session.Sequence + 1,
                ChangedIn = Version + 1,
                ChangedAt = at,
            });
        }

        var moves = Moves.Add(new(Version + 1, at, past));
        return this with { Sessions = sessions, Moves = moves.Count > PastMove.Kept ? moves.RemoveAt(0) : moves };
    }

    private static ImmutableList<T> Upsert<T>(ImmutableList<T> list, T item, Predicate<T> same) =>
        list.FindIndex(same) is >= 0 and var at ? list.SetItem(at, item) : list.Add(item);
}

/// <summary>An idea with a place on the board, or waiting for one.</summary>
public sealed record Session(
    Guid Id, Guid ProposalId, IReadOnlyList<Guid> Hosts, Wishes Wishes, Cell? Cell, SessionState State, bool Pinned,
    Guid? RepeatOf, int Sequence, long ChangedIn, DateTimeOffset ChangedAt)
{
    /// <summary>The place that it had when its proposal was merged into another one.</summary>
    public Cell? LeftFor { get; init; }
}

/// <summary>One move that can be taken back: where its sessions were before.</summary>
public sealed record PastMove(long Version, DateTimeOffset At, ImmutableList<PastStep> Before)
{
    /// <summary>So many moves back can be undone.</summary>
    public const int Kept = 100;

    /// <summary>So long after it the way back is offered.</summary>
    public static readonly TimeSpan OfferedFor = TimeSpan.FromMinutes(15);
}

public sealed record PastStep(Guid SessionId, Cell? Cell, SessionState State);
