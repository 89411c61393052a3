using EventOps.Barcamp.Boards;
using EventOps.Barcamp.ProposingASchedule;
using EventOps.EventStore;

namespace EventOps.Barcamp.SchedulingByProposal;

/// <summary>Moves that go together, and whether they still can be made on the board as it is now.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Moves">At least one.</param>
/// <param name="Done">All of them stand already.</param>
/// <param name="Refusal">What came in between; null where it fits.</param>
public sealed record Chain(int Number, IReadOnlyList<ProposedMove> Moves, bool Done, Refusal? Refusal)
{
    public bool IsOpen => !Done && Refusal is null;

    public int Gains => Moves.Sum(move => move.Gains);

    public int Losses => Moves.Sum(move => move.Losses);

    public IReadOnlyList<Placing> To => [.. Moves.Select(move => new Placing(move.SessionId, move.To.RoomId, move.To.SlotId))];

    /// <summary>Asks the board's own rules for each chain, without storing anything.</summary>
    public static IReadOnlyList<Chain> Of(Proposed proposed, Board board, DateTimeOffset now)
    {
        foreach (var move in proposed.Schedule.Moves)
        {
            if (board.Sessions.ContainsKey(move.SessionId) || proposed.Plan.Session(move.SessionId) is not { } idea) continue;
            var hosts = idea.Hosts.Select(host => host.ParticipantId).ToList();
            // As a session that was accepted just now; the version stays that of the real board.
            board = Board.Evolve(board, new SessionAccepted(idea.Id, idea.ProposalId, hosts, idea.Wishes, null, now)) with { Version = board.Version };
        }

        return [.. proposed.Schedule.Moves.GroupBy(move => move.Chain).Select(chain => Of(chain.Key, [.. chain], proposed, board, now))];
    }

    private static Chain Of(int number, IReadOnlyList<ProposedMove> moves, Proposed proposed, Board board, DateTimeOffset now)
    {
        var chain = new Chain(number, moves, false, null);
        var decision = Board.Decider.Decide(new MoveTogether(chain.To, proposed.Plan.Version, now), board);
        return chain with { Done = decision.Refusal is null && decision.Events.Count == 0, Refusal = decision.Refusal };
    }
}
