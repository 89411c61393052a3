using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;

namespace EventOps.Barcamp.Proposing;

/// <summary>Whose hand a change of a proposal is: a host's, or a moderator's, who may act on every proposal.</summary>
internal static class ActingHost
{
    /// <summary>The participant; null for a moderator who hosts something else or nothing.</summary>
    public static Guid? Of(AtBarcamp at, Proposal proposal) =>
        at.Who is { } who && (!at.Moderates || proposal.MayAct(who.TicketId)) ? who.TicketId : null;

    /// <summary>The proposal of the URL, if it belongs to this barcamp; else null.</summary>
    public static async Task<Proposal?> Find(IEventStore store, AtBarcamp at, Guid id, CancellationToken ct) =>
        (await store.Load(Proposal.Stream(id), Proposal.Decider, ct)).State is { State: not ProposalState.Unknown } found
        && found.EventId == at.Id ? found : null;
}
