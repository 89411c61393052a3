using EventOps.EventStore;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Polls;

/// <summary>Where a poll stands.</summary>
public enum PollStage
{
    Missing,
    Planned,
    Open,
    Closed,

    /// <summary>Gone for good; its id is never used again.</summary>
    Dropped,
}

/// <summary>How often each choice or step was taken, in their order.</summary>
public sealed record PollResult(IReadOnlyList<int> Counts, int Voters);

/// <summary>One question to a hall, answered by phone while it is open. Stream: poll-{id}.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="EventId">The event that it belongs to.</param>
/// <param name="Question">A choice or a rating; null before it is planned and after it was dropped.</param>
/// <param name="Result">Once it was closed and counted.</param>
public sealed record Poll(PollStage Stage, Guid EventId, Question? Question, PollResult? Result)
{
    /// <summary>Fewer answers than these are not shown.</summary>
    public const int LeastShown = 5;

    public static Decider<PollCommand, Poll, PollEvent> Decider { get; } =
        new("poll", new(PollStage.Missing, Guid.Empty, null, null), Decide, Evolve);

    public static string Stream(Guid id) => $"poll-{id}";

    /// <summary>What can be counted: codes of choices, or steps.</summary>
    public static IReadOnlyList<int> Values(Question question) =>
        question.Kind == QuestionKind.Rating ? [.. question.Scale?.Values ?? []] : [.. question.Codes];

    public static Decision<PollEvent> Decide(PollCommand command, Poll now) => (command, now.Stage) switch
    {
        (PlanPoll c, PollStage.Missing) => Fits(c.Question) ? new PollPlanned(c.EventId, c.Question) : new NotForPolls(),
        (PlanPoll, _) => Decision<PollEvent>.Nothing,
        (DropPoll, PollStage.Dropped) => Decision<PollEvent>.Nothing,
        (_, PollStage.Missing or PollStage.Dropped) => new PollNotFound(),
        (DropPoll, PollStage.Open) => new PollStillOpen(),
        (DropPoll, _) => new PollDropped(),
        (ChangePoll c, PollStage.Planned) => Fits(c.Question) ? new PollChanged(c.Question) : new NotForPolls(),
        (ChangePoll, _) => new PollHasBegun(),
        (OpenPoll c, PollStage.Planned) => new PollOpened(c.At),
        (OpenPoll, PollStage.Open) => Decision<PollEvent>.Nothing,
        (OpenPoll, _) => new PollHasBegun(),
        (ClosePoll c, PollStage.Open) => new PollClosed(c.At),
        (ClosePoll, PollStage.Closed) => Decision<PollEvent>.Nothing,
        (KeepResult, PollStage.Closed) when now.Result is not null => Decision<PollEvent>.Nothing,
        (KeepResult c, PollStage.Closed) => new PollCounted(c.Counts, c.Voters),
        (ClosePoll or KeepResult, _) => new PollNotOpen(),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Poll Evolve(Poll now, PollEvent happened) => happened switch
    {
        PollPlanned e => new(PollStage.Planned, e.EventId, e.Question, null),
        PollChanged e => now with { Question = e.Question },
        PollOpened => now with { Stage = PollStage.Open },
        PollClosed => now with { Stage = PollStage.Closed },
        PollCounted e => now with { Result = new(e.Counts, e.Voters) },
        PollDropped => now with { Stage = PollStage.Dropped, Question = null, Result = null },
        _ => now,
    };

    private static bool Fits(Question question) => question.Kind switch
    {
        QuestionKind.SingleChoice or QuestionKind.MultipleChoice => question.Choices.Count > 1 && !question.Other,
        QuestionKind.Rating => question.Scale is not null,
        _ => false,
    };
}
