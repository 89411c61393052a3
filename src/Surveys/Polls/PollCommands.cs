using EventOps.EventStore;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Polls;

public abstract record PollCommand;

public sealed record PlanPoll(Guid EventId, Question Question) : PollCommand;

public sealed record ChangePoll(Question Question) : PollCommand;

public sealed record OpenPoll(DateTimeOffset At) : PollCommand;

/// <summary>From now on no vote is taken; then they are counted.</summary>
public sealed record ClosePoll(DateTimeOffset At) : PollCommand;

/// <summary><paramref name="Counts"/>: one for each of <see cref="Poll.Values"/>.</summary>
public sealed record KeepResult(IReadOnlyList<int> Counts, int Voters) : PollCommand;

/// <summary>Takes back what nobody votes on: a plan, or a result that is no longer wanted.</summary>
public sealed record DropPoll : PollCommand;

public sealed record PollNotFound : Refusal;

/// <summary>Only choices and ratings are answered at a glance.</summary>
public sealed record NotForPolls : Refusal;

/// <summary>After the start the question stays as somebody may have read it.</summary>
public sealed record PollHasBegun : Refusal;

public sealed record PollNotOpen : Refusal;

/// <summary>While people vote, their poll is ended first.</summary>
public sealed record PollStillOpen : Refusal;
