namespace EventOps.Barcamp.Pitches;

public abstract record PitchEvent;

public sealed record RoundOpened(int Round) : PitchEvent;

public sealed record RoundClosed : PitchEvent;

public sealed record QueueJoined(Guid ProposalId, Guid HostId) : PitchEvent;

public sealed record QueueLeft(Guid ProposalId) : PitchEvent;

public sealed record StageTaken(Guid ProposalId, Guid HostId, DateTimeOffset At) : PitchEvent;

public sealed record StageLeft(Guid ProposalId) : PitchEvent;

public sealed record SentBack(Guid ProposalId) : PitchEvent;

public sealed record HandsCounted(Guid ProposalId, int Hands) : PitchEvent;
