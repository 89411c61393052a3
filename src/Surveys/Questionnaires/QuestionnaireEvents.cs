namespace EventOps.Surveys.Questionnaires;

public abstract record QuestionnaireEvent;

public sealed record SurveyPlanned(Guid EventId, Guid OrganisationId, SurveyTerms Terms) : QuestionnaireEvent;

public sealed record TermsSet(SurveyTerms Terms) : QuestionnaireEvent;

/// <summary>A question was added, or changed.</summary>
public sealed record QuestionPut(Question Question) : QuestionnaireEvent;

public sealed record QuestionRemoved(Guid QuestionId) : QuestionnaireEvent;

/// <summary>All questions in their new order.</summary>
public sealed record QuestionsOrdered(IReadOnlyList<Guid> QuestionIds) : QuestionnaireEvent;

public sealed record SurveyOpened(DateTimeOffset At) : QuestionnaireEvent;

public sealed record SurveyClosed(DateTimeOffset At) : QuestionnaireEvent;

public sealed record ReportPublished(DateTimeOffset At) : QuestionnaireEvent;

public sealed record ReportWithdrawn : QuestionnaireEvent;
