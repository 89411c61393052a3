using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;

namespace EventOps.Barcamp.Proposing;

/// <summary>
/// Changes proposals, and in the same transaction their sessions on the board: hosts and wishes of both always agree, so nobody
/// is ever in two rooms at once. A board or proposal that was changed meanwhile is looked at again.
/// </summary>
public sealed class ProposalWork(IEventStore store, TimeProvider clock)
{
    private const int Tries = 12;

    /// <summary>Commands on one or two proposals, in this order.</summary>
    /// <param name="at">Whose barcamp, and who asks.</param>
    /// <param name="commands">What is wanted, by proposal.</param>
    /// <param name="rows">Rows that go with it; written only if all is done.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Outcome> Handle(
        AtBarcamp at, IReadOnlyList<(Guid Id, ProposalCommand Command)> commands, Action<Commit>? rows, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var outcome = await store.Handle(await Build(at, commands, rows, ct), ct);
            if (outcome.Refusal is not ChangedMeanwhile || tries == Tries) return outcome;
        }
    }

    private async Task<Work> Build(
        AtBarcamp at, IReadOnlyList<(Guid Id, ProposalCommand Command)> commands, Action<Commit>? rows, CancellationToken ct)
    {
        var work = new Work().By(at.Metadata);
        var (board, seen) = await store.Load(Board.Stream(at.Id), Board.Decider, ct);
        var proposals = new Dictionary<Guid, (Proposal Before, Proposal After, long Version)>();
        foreach (var id in commands.Select(command => command.Id).Distinct())
        {
            var (proposal, version) = await store.Load(Proposal.Stream(id), Proposal.Decider, ct);
            proposals[id] = (proposal, proposal, version);
        }

        foreach (var (id, command) in commands)
        {
            var (before, now, version) = proposals[id];
            proposals[id] = (before, Proposal.Decide(command, now).Events.Aggregate(now, Proposal.Evolve), version);
            work.On(Proposal.Stream(id), Proposal.Decider, command, version);
        }

        var reworded = commands.Where(one => one.Command is RewordProposal).Select(one => one.Id).ToHashSet();
        var moves = proposals.SelectMany(one => Sessions(board, one.Key).SelectMany(session =>
            Moves(session, one.Value.Before, one.Value.After, reworded.Contains(one.Key)))).OrderBy(move => move switch { ReturnSession => 2, Move => 0, _ => 1 }).ToList();
        // With nothing to move there still is a board that this rests on: unlocking nothing changes nothing.
        foreach (var move in moves.DefaultIfEmpty(new UnlockSlot(Guid.Empty)))
            work.On(Board.Stream(at.Id), Board.Decider, move, seen);
        return rows is null ? work : work.Then(rows);
    }

    private static IEnumerable<Session> Sessions(Board board, Guid proposalId) =>
        board.Sessions.Values.Where(session => session.ProposalId == proposalId).OrderBy(session => session.Id);

    // What goes, goes first: then its hosts are free. What comes back, comes last.
    private IEnumerable<BoardCommand> Moves(Session session, Proposal before, Proposal after, bool reworded)
    {
        var now = clock.GetUtcNow();
        if (after.Into is not null && session.State == SessionState.Placed)
            yield return new ParkSession(session.Id, long.MaxValue, now, ByMerge: true);
        if (before.Into is not null && after.Into is null) yield return new ReturnSession(session.Id, long.MaxValue, now);
        if (after.State == ProposalState.Withdrawn && before.State != ProposalState.Withdrawn)
            yield return new CancelSession(session.Id, long.MaxValue, now);
        if (!after.AllHosts.SequenceEqual(before.AllHosts) || before.Wishes != after.Wishes)
            yield return new ReviseSession(session.Id, after.AllHosts, after.Wishes);
        if (reworded || before.Hidden != after.Hidden) yield return new RewordSession(session.Id);
    }
}
