using EventOps.EventStore;

namespace EventOps.Surveys.Questionnaires;

public abstract record QuestionnaireCommand;

public sealed record PlanSurvey(Guid EventId, Guid OrganisationId, SurveyTerms Terms) : QuestionnaireCommand;

public sealed record SetTerms(SurveyTerms Terms) : QuestionnaireCommand;

public sealed record PutQuestion(Question Question) : QuestionnaireCommand;

public sealed record RemoveQuestion(Guid QuestionId) : QuestionnaireCommand;

/// <summary>One place up (-1) or down (1).</summary>
public sealed record MoveQuestion(Guid QuestionId, int By) : QuestionnaireCommand;

public sealed record OpenSurvey(DateTimeOffset At) : QuestionnaireCommand;

public sealed record CloseSurvey(DateTimeOffset At) : QuestionnaireCommand;

/// <summary>Shows the report, and with it the open data, to everybody, or takes it back.</summary>
public sealed record PublishReport(bool Public, DateTimeOffset At) : QuestionnaireCommand;

public sealed record SurveyNotFound : Refusal;

/// <summary>Whether answers are anonymous is promised before the first invitation; nobody can take that back.</summary>
public sealed record ModeIsFixed : Refusal;

/// <summary>After the start questions and choices are only added.</summary>
public sealed record OnlyAdditions : Refusal;

public sealed record QuestionNotFound : Refusal;

public sealed record NoQuestions : Refusal;

public sealed record SurveyIsClosed : Refusal;

public sealed record SurveyNotOpen : Refusal;

/// <summary>A condition looks at a question that does not come before.</summary>
public sealed record LooksAhead : Refusal;

public sealed record TooManyQuestions(int Most) : Refusal;

public sealed record ReportNeedsClosing : Refusal;
