using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Polls;

public abstract record PollEvent;

public sealed record PollPlanned(Guid EventId, Question Question) : PollEvent;

public sealed record PollChanged(Question Question) : PollEvent;

public sealed record PollOpened(DateTimeOffset At) : PollEvent;

public sealed record PollClosed(DateTimeOffset At) : PollEvent;

/// <summary>The counts in the order of the choices or steps, and how many people voted.</summary>
public sealed record PollCounted(IReadOnlyList<int> Counts, int Voters) : PollEvent;

public sealed record PollDropped : PollEvent;
