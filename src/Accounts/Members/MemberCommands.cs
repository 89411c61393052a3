using EventOps.EventStore;

namespace EventOps.Accounts.Members;

public abstract record MemberCommand;

public sealed record Invite(Guid OrganisationId, Right Right) : MemberCommand;

public sealed record Join : MemberCommand;

public sealed record Grant(Right Right) : MemberCommand;

/// <summary>Takes a right; <c>Self</c>: from the one who asks.</summary>
public sealed record Revoke(Right Right, bool Self) : MemberCommand;

/// <summary>Ends all rights and erases the person; <c>Self</c>: the one who asks.</summary>
public sealed record Remove(bool Self) : MemberCommand;

/// <summary>Nobody of that id works here (any more).</summary>
public sealed record NotAMember : Refusal;

/// <summary>The invitation was taken before.</summary>
public sealed record JoinedAlready : Refusal;

/// <summary>A scanner's right needs its one event, an organiser's has none.</summary>
public sealed record RightWithoutReach : Refusal;

/// <summary>Organisers do not take their own right: so one always stays.</summary>
public sealed record OwnRight : Refusal;
