using System.Collections.Immutable;
using EventOps.Barcamp.Boards;
using EventOps.EventStore;

namespace EventOps.Barcamp.Proposals;

/// <summary>
/// One idea for a session: who hosts it, what it needs, and which ideas became part of it. Its words are rows, not events.
/// Stream: proposal-{id}.
/// </summary>
public sealed record Proposal(
    Guid EventId, ProposalState State, ImmutableList<Guid> Hosts, Wishes Wishes, bool Hidden, Guid? Into,
    ImmutableHashSet<Guid> Offers, ImmutableDictionary<Guid, IReadOnlyList<Guid>> TakenIn, DateTimeOffset? SubmittedAt)
{
    public const int MostHosts = 8;

    public static Proposal Unknown { get; } = new(
        Guid.Empty, ProposalState.Unknown, [], Wishes.None, false, null, [], ImmutableDictionary<Guid, IReadOnlyList<Guid>>.Empty,
        null);

    public static Decider<ProposalCommand, Proposal, ProposalEvent> Decider { get; } = new("proposal", Unknown, Decide, Evolve);

    /// <summary>Everybody may read it, star it and place it.</summary>
    public bool IsOpen => State == ProposalState.Submitted && !Hidden && Into is null;

    /// <summary>Its own hosts and those of the proposals that it took in; the first is who proposed it.</summary>
    public IReadOnlyList<Guid> AllHosts =>
        [.. Hosts.Concat(TakenIn.OrderBy(other => other.Key).SelectMany(other => other.Value)).Distinct()];

    public static string Stream(Guid id) => $"proposal-{id}";

    public static Decision<ProposalEvent> Decide(ProposalCommand command, Proposal proposal) => (command, proposal.State) switch
    {
        (DraftProposal c, ProposalState.Unknown) => new ProposalDrafted(c.EventId, c.HostId, c.Wishes),
        (DraftProposal, _) => Decision<ProposalEvent>.Nothing,
        (_, ProposalState.Unknown) => new ProposalNotFound(),
        (SubmitProposal c, _) when !proposal.MayAct(c.By) => new NotYourProposal(),
        (SubmitProposal, ProposalState.Submitted) => Decision<ProposalEvent>.Nothing,
        (SubmitProposal { By: not null } c, _) when c.OpenFrom > c.At => new ProposalsNotOpenYet(c.OpenFrom.Value),
        (SubmitProposal c, _) => new ProposalSubmitted(c.At), // a withdrawn one may come back
        (ChangeWishes c, _) when !proposal.MayAct(c.By) => new NotYourProposal(),
        (ChangeWishes c, _) => Same(c.Wishes, proposal.Wishes) ? Decision<ProposalEvent>.Nothing : new WishesChanged(c.Wishes),
        (RewordProposal c, _) => proposal.MayAct(c.By) ? new ProposalReworded() : new NotYourProposal(),
        (WithdrawProposal c, _) when !proposal.MayAct(c.By) => new NotYourProposal(),
        (WithdrawProposal, ProposalState.Withdrawn) => Decision<ProposalEvent>.Nothing,
        (WithdrawProposal, _) => new ProposalWithdrawn(),
        (HideProposal, _) => proposal.Hidden ? Decision<ProposalEvent>.Nothing : new ProposalHidden(),
        (ShowProposal, _) => proposal.Hidden ? new ProposalShown() : Decision<ProposalEvent>.Nothing,
        (JoinAsHost c, _) => proposal.Join(c.HostId),
        (LeaveAsHost c, _) => proposal.Leave(c),
        (MakeSession, ProposalState.Draft) => new NotSubmitted(),
        (MakeSession c, _) => Merging.Closed(proposal) is { } closed ? closed
            : c.Hosts.SequenceEqual(proposal.AllHosts) ? Decision<ProposalEvent>.Nothing
            : new HostsChangedMeanwhile(),
        _ => Merging.Decide(command, proposal),
    };

    public static Proposal Evolve(Proposal proposal, ProposalEvent happened) => happened switch
    {
        ProposalDrafted e => proposal with { EventId = e.EventId, State = ProposalState.Draft, Hosts = [e.HostId], Wishes = e.Wishes },
        ProposalSubmitted e => proposal with { State = ProposalState.Submitted, SubmittedAt = proposal.SubmittedAt ?? e.At },
        WishesChanged e => proposal with { Wishes = e.Wishes },
        ProposalWithdrawn => proposal with { State = ProposalState.Withdrawn },
        ProposalHidden => proposal with { Hidden = true },
        ProposalShown => proposal with { Hidden = false },
        HostJoined e => proposal with { Hosts = proposal.Hosts.Add(e.HostId) },
        HostLeft e => proposal with { Hosts = proposal.Hosts.Remove(e.HostId) },
        MergeOffered e => proposal with { Offers = proposal.Offers.Add(e.IntoId) },
        MergeOfferEnded e => proposal with { Offers = proposal.Offers.Remove(e.IntoId) },
        MergedInto e => proposal with { Into = e.IntoId, Offers = [] },
        MergeEnded => proposal with { Into = null },
        ProposalTakenIn e => proposal with { TakenIn = proposal.TakenIn.SetItem(e.OtherId, e.Hosts) },
        ProposalLetGo e => proposal with { TakenIn = proposal.TakenIn.Remove(e.OtherId) },
        _ => proposal,
    };

    public bool MayAct(Guid? by) => by is not { } participant || Hosts.Contains(participant)
        || TakenIn.Values.Any(hosts => hosts.Contains(participant));

    private Decision<ProposalEvent> Join(Guid hostId) =>
        AllHosts.Contains(hostId) ? Decision<ProposalEvent>.Nothing
        : State == ProposalState.Withdrawn ? new WasWithdrawn()
        : AllHosts.Count >= MostHosts ? new TooManyHosts(MostHosts)
        : new HostJoined(hostId);

    private Decision<ProposalEvent> Leave(LeaveAsHost c) =>
        !MayAct(c.By) ? new NotYourProposal()
        : !Hosts.Contains(c.HostId) ? Decision<ProposalEvent>.Nothing
        : Hosts.Count == 1 ? new LastHostStays()
        : new HostLeft(c.HostId);

    private static bool Same(Wishes one, Wishes other) =>
        one.Features.SequenceEqual(other.Features) && one with { Features = other.Features } == other;
}

/// <summary>How far a proposal is.</summary>
public enum ProposalState
{
    /// <summary>Does not exist.</summary>
    Unknown,

    /// <summary>Only its hosts see it.</summary>
    Draft,

    /// <summary>Everybody sees it.</summary>
    Submitted,

    /// <summary>Taken back by its hosts.</summary>
    Withdrawn,
}
