using EventOps.EventStore;

namespace EventOps.Barcamp.Pitches;

public abstract record PitchCommand;

/// <summary>The morning's round, or another one for the afternoon: everybody's turns count from nil again.</summary>
public sealed record OpenRound : PitchCommand;

public sealed record CloseRound : PitchCommand;

public sealed record JoinQueue(Guid ProposalId, Guid HostId) : PitchCommand;

public sealed record LeaveQueue(Guid ProposalId) : PitchCommand;

/// <summary><paramref name="Seen"/>: the proposal that the moderator saw on stage, null for none.</summary>
public sealed record CallNext(Guid? Seen, DateTimeOffset At) : PitchCommand;

/// <summary>Out of turn: somebody has to leave early.</summary>
public sealed record CallProposal(Guid ProposalId, Guid HostId, DateTimeOffset At) : PitchCommand;

public sealed record LeaveStage(Guid ProposalId) : PitchCommand;

/// <summary>Called by mistake, or not in the room: back to the head of the queue.</summary>
public sealed record SendBack(Guid ProposalId) : PitchCommand;

public sealed record CountHands(Guid ProposalId, int Hands) : PitchCommand;

public sealed record StageChangedMeanwhile : Refusal;

public sealed record NobodyWaits : Refusal;

public sealed record TooManyHands(int Most) : Refusal;
