using EventOps.EventStore;

namespace EventOps.Barcamp.Boards;

/// <summary>Takes a move back, if what it moved still is where it put it and the old places are free.</summary>
internal static class Undoing
{
    public static Decision<BoardEvent> Decide(UndoMove command, Board board)
    {
        if (board.Moves.Find(move => move.Version == command.MoveVersion) is not { } move) return new NothingToUndo();
        foreach (var step in move.Before)
        {
            if (!board.Sessions.TryGetValue(step.SessionId, out var now)) return new SessionNotFound();
            if (now.ChangedIn != move.Version) return new MovedAgainSince(step.SessionId);
            if (Moving.LockedAt(now, board) is { } locked) return locked;
        }

        var restoring = new List<BoardEvent> { new MoveUndone(move.Version) };
        var after = board;
        // Both of a swap leave their places before either comes back.
        foreach (var step in move.Before.Where(_ => move.Before.Count > 1))
            Add(new SessionParked(step.SessionId, command.At));
        foreach (var step in move.Before)
        {
            if (step.State == SessionState.Placed
                && Moving.Obstacle(after.Sessions[step.SessionId], step.Cell!, after, long.MaxValue) is { } obstacle)
                return obstacle;
            Add(Back(step, command.At));
        }

        return Decision<BoardEvent>.All(restoring);

        void Add(BoardEvent happened)
        {
            restoring.Add(happened);
            after = Board.Evolve(after, happened);
        }
    }

    private static BoardEvent Back(PastStep step, DateTimeOffset at) => step.State switch
    {
        SessionState.Placed => new SessionPlaced(step.SessionId, step.Cell!.RoomId, step.Cell.SlotId, at),
        SessionState.Cancelled => new SessionCancelled(step.SessionId, at),
        SessionState.NoShow => new HostMissing(step.SessionId, at),
        _ => new SessionParked(step.SessionId, at),
    };
}
