using EventOps.EventStore;

namespace EventOps.Barcamp.Boards;

/// <summary>Moves of several sessions that make room for each other, as a proposed schedule has them: all or none.</summary>
internal static class MovingTogether
{
    public static Decision<BoardEvent> Decide(MoveTogether command, Board board)
    {
        var moves = new List<(Session Session, Cell To)>();
        foreach (var placing in command.To.DistinctBy(placing => placing.SessionId))
        {
            if (!board.Sessions.TryGetValue(placing.SessionId, out var session)) return new SessionNotFound();
            var to = new Cell(placing.RoomId, placing.SlotId);
            if (session.State == SessionState.Placed && session.Cell == to) continue; // the same click, or another one before it
            if (session.ChangedIn > command.Seen || session.State is SessionState.Cancelled or SessionState.NoShow)
                return Moving.Meanwhile(session);
            if (Moving.LockedAt(session, board) is { } locked) return locked;
            moves.Add((session, to));
        }

        var after = moves.Aggregate(board, (now, move) => Board.Evolve(now, new SessionParked(move.Session.Id, command.At)));
        foreach (var (session, to) in moves)
        {
            if (Moving.Obstacle(session, to, after, command.Seen) is { } obstacle) return obstacle;
            after = Board.Evolve(after, new SessionPlaced(session.Id, to.RoomId, to.SlotId, command.At));
        }

        return moves.Count == 0
            ? Decision<BoardEvent>.Nothing
            : new SessionsMoved([.. moves.Select(move => new Placing(move.Session.Id, move.To.RoomId, move.To.SlotId))], command.At);
    }
}
