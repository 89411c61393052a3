using EventOps.Barcamp.Boards;
using EventOps.EventStore;

namespace EventOps.Barcamp.Proposals;

/// <summary><c>By</c> in the commands below: the participant who acts; null for a moderator, who may act on every proposal.</summary>
public abstract record ProposalCommand;

public sealed record DraftProposal(Guid EventId, Guid HostId, Wishes Wishes) : ProposalCommand;

/// <summary><paramref name="OpenFrom"/>: when proposals are taken; null for at any time.</summary>
public sealed record SubmitProposal(Guid? By, DateTimeOffset? OpenFrom, DateTimeOffset At) : ProposalCommand;

public sealed record ChangeWishes(Guid? By, Wishes Wishes) : ProposalCommand;

public sealed record RewordProposal(Guid? By) : ProposalCommand;

public sealed record WithdrawProposal(Guid? By) : ProposalCommand;

public sealed record HideProposal : ProposalCommand;

public sealed record ShowProposal : ProposalCommand;

public sealed record JoinAsHost(Guid HostId) : ProposalCommand;

/// <summary>A host leaves, or <paramref name="By"/> another host lets them go.</summary>
public sealed record LeaveAsHost(Guid? By, Guid HostId) : ProposalCommand;

/// <summary>Goes with placing it on the board: it has to be open, and hosted by whom the moderator saw.</summary>
public sealed record MakeSession(IReadOnlyList<Guid> Hosts) : ProposalCommand;

public sealed record OfferMerge(Guid? By, Guid IntoId) : ProposalCommand;

public sealed record EndMergeOffer(Guid IntoId) : ProposalCommand;

/// <summary>On the proposal that becomes part of another; goes with <see cref="TakeIn"/> on that one.</summary>
public sealed record AcceptMerge(Guid IntoId) : ProposalCommand;

/// <summary>On the proposal that takes another one in: its host says yes.</summary>
public sealed record TakeIn(Guid? By, Guid OtherId, IReadOnlyList<Guid> Hosts) : ProposalCommand;

/// <summary>On the proposal that was part of another; goes with <see cref="LetGo"/> on that one.</summary>
public sealed record EndMerge(Guid IntoId) : ProposalCommand;

public sealed record LetGo(Guid? By, Guid OtherId) : ProposalCommand;

public sealed record ProposalNotFound : Refusal;

public sealed record NotYourProposal : Refusal;

public sealed record ProposalsNotOpenYet(DateTimeOffset From) : Refusal;

public sealed record WasWithdrawn : Refusal;

public sealed record IsHidden : Refusal;

public sealed record IsMerged(Guid IntoId) : Refusal;

public sealed record NotOffered : Refusal;

public sealed record HostsChangedMeanwhile : Refusal;

public sealed record NotSubmitted : Refusal;

public sealed record CannotMergeWithItself : Refusal;

public sealed record LastHostStays : Refusal;

public sealed record TooManyHosts(int Most) : Refusal;
