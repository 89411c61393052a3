using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Surveys.Commitments;

/// <summary>What people said, as a report showed it when the promise was made.</summary>
/// <param name="SurveyId">The survey.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Lineage">Finds the question again in later editions.</param>
/// <param name="Line">Choice or row; null for the question as a whole.</param>
/// <param name="Question">The question's words.</param>
/// <param name="Figure">The figure in a sentence, with its base and interval. It stays whatever the report becomes.</param>
/// <param name="QuoteId">A text that was chosen to be shown; its words stay erasable.</param>
public sealed record Finding(
    Guid SurveyId, Guid QuestionId, Guid Lineage, int? Line, LocalizedText Question, LocalizedText Figure, Guid? QuoteId);

/// <summary>What becomes of it.</summary>
/// <param name="Does">What is done, or not done.</param>
/// <param name="Office">Who is responsible: an office, never a person.</param>
/// <param name="Edition">For which edition; may be empty.</param>
/// <param name="Until">By which day; null where there is none.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why; has to be said of what is declined.</param>
/// <param name="Public">Whether everybody sees it.</param>
public sealed record Pledge(
    LocalizedText Does, string Office, string Edition, DateOnly? Until, CommitmentStatus Status, LocalizedText Reason,
    bool Public);

/// <summary>Where a commitment stands.</summary>
public enum CommitmentStatus
{
    Planned,
    InProgress,
    Done,
    Declined,
}

public abstract record CommitmentCommand;

/// <summary><paramref name="Place"/>: where it stands in the list of its event.</summary>
public sealed record MakeCommitment(Guid EventId, Finding Finding, Pledge Pledge, int Place, DateTimeOffset At)
    : CommitmentCommand;

public sealed record ChangePledge(Pledge Pledge, DateTimeOffset At) : CommitmentCommand;

public sealed record PlaceCommitment(int Place) : CommitmentCommand;

public sealed record CommitmentNotFound : Refusal;

/// <summary>Who declines says why.</summary>
public sealed record ReasonMissing : Refusal;

/// <summary>A finding without a figure is an opinion.</summary>
public sealed record FigureMissing : Refusal;
