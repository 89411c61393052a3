namespace EventOps.Surveys.Commitments;

public abstract record CommitmentEvent;

public sealed record CommitmentMade(Guid EventId, Finding Finding, Pledge Pledge, int Place, DateTimeOffset At) : CommitmentEvent;

public sealed record PledgeChanged(Pledge Pledge, DateTimeOffset At) : CommitmentEvent;

public sealed record CommitmentPlaced(int Place) : CommitmentEvent;
