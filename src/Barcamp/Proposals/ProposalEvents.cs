using EventOps.Barcamp.Boards;

namespace EventOps.Barcamp.Proposals;

public abstract record ProposalEvent;

public sealed record ProposalDrafted(Guid EventId, Guid HostId, Wishes Wishes) : ProposalEvent;

public sealed record ProposalSubmitted(DateTimeOffset At) : ProposalEvent;

public sealed record WishesChanged(Wishes Wishes) : ProposalEvent;

/// <summary>Title, summary or tags changed; what they are now stands in the row of the same commit.</summary>
public sealed record ProposalReworded : ProposalEvent;

public sealed record ProposalWithdrawn : ProposalEvent;

public sealed record ProposalHidden : ProposalEvent;

public sealed record ProposalShown : ProposalEvent;

public sealed record HostJoined(Guid HostId) : ProposalEvent;

public sealed record HostLeft(Guid HostId) : ProposalEvent;

public sealed record MergeOffered(Guid IntoId) : ProposalEvent;

public sealed record MergeOfferEnded(Guid IntoId) : ProposalEvent;

/// <summary>This proposal is now part of another one; its own link stays alive and leads there.</summary>
public sealed record MergedInto(Guid IntoId) : ProposalEvent;

public sealed record MergeEnded(Guid IntoId) : ProposalEvent;

/// <summary>Another proposal became part of this one, with its hosts.</summary>
public sealed record ProposalTakenIn(Guid OtherId, IReadOnlyList<Guid> Hosts) : ProposalEvent;

public sealed record ProposalLetGo(Guid OtherId, IReadOnlyList<Guid> Hosts) : ProposalEvent;
