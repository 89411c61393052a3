using EventOps.EventStore;

namespace EventOps.Barcamp.Proposals;

/// <summary>
/// Two ideas become one, with the consent of both: one side offers, the other takes in; both streams change in one transaction.
/// </summary>
internal static class Merging
{
    public static Decision<ProposalEvent> Decide(ProposalCommand command, Proposal proposal) => command switch
    {
        OfferMerge c => Offer(c, proposal),
        EndMergeOffer c => proposal.Offers.Contains(c.IntoId) ? new MergeOfferEnded(c.IntoId) : Decision<ProposalEvent>.Nothing,
        AcceptMerge c => proposal.Into == c.IntoId ? Decision<ProposalEvent>.Nothing
            : proposal.Into is { } into ? new IsMerged(into)
            : !proposal.Offers.Contains(c.IntoId) ? new NotOffered()
            : !proposal.TakenIn.IsEmpty ? new IsMerged(proposal.TakenIn.Keys.Min())
            : Closed(proposal) is { } closed ? closed : new MergedInto(c.IntoId),
        TakeIn c => !proposal.MayAct(c.By) ? new NotYourProposal()
            : proposal.TakenIn.ContainsKey(c.OtherId) ? Decision<ProposalEvent>.Nothing
            : Closed(proposal) is { } closed ? closed : new ProposalTakenIn(c.OtherId, c.Hosts),
        EndMerge c => proposal.Into == c.IntoId ? new MergeEnded(c.IntoId) : Decision<ProposalEvent>.Nothing,
        LetGo c => !proposal.MayAct(c.By) ? new NotYourProposal()
            : proposal.TakenIn.TryGetValue(c.OtherId, out var hosts) ? new ProposalLetGo(c.OtherId, hosts)
            : Decision<ProposalEvent>.Nothing,
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    private static Decision<ProposalEvent> Offer(OfferMerge c, Proposal proposal) =>
        !proposal.MayAct(c.By) ? new NotYourProposal()
        : proposal.Offers.Contains(c.IntoId) ? Decision<ProposalEvent>.Nothing
        : Closed(proposal) is { } closed ? closed
        : !proposal.TakenIn.IsEmpty ? new IsMerged(proposal.TakenIn.Keys.Min()) // one that took others in can only take in
        : new MergeOffered(c.IntoId);

    public static Refusal? Closed(Proposal proposal) =>
        proposal.State == ProposalState.Withdrawn ? new WasWithdrawn()
        : proposal.Hidden ? new IsHidden()
        : proposal.Into is { } into ? new IsMerged(into)
        : null;
}
