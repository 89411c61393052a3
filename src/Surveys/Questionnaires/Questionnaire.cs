using EventOps.EventStore;

namespace EventOps.Surveys.Questionnaires;

/// <summary>Where a survey stands.</summary>
public enum SurveyStage
{
    Missing,
    Draft,
    Open,
    Closed,
}

/// <summary>
/// What one survey asks, whom, and what it promises. Once it was opened its promise is fixed and questions are only added.
/// Stream: questionnaire-{survey}.
/// </summary>
public sealed record Questionnaire(
    SurveyStage Stage, Guid EventId, Guid OrganisationId, SurveyTerms Terms, IReadOnlyList<Question> Questions,
    AnswerLayout Layout, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt, bool IsPublic)
{
    public const int MostQuestions = 100;

    public static Decider<QuestionnaireCommand, Questionnaire, QuestionnaireEvent> Decider { get; } = new(
        "questionnaire",
        new(
            SurveyStage.Missing, Guid.Empty, Guid.Empty, SurveyTerms.Usual(Contracts.LocalizedText.Empty), [], AnswerLayout.Empty,
            null, null, false),
        Decide, Evolve);

    public static string Stream(Guid surveyId) => $"questionnaire-{surveyId}";

    public int Pages => Questions.Count == 0 ? 1 : Questions.Max(question => question.Page);

    public Question? Question(Guid id) => Questions.FirstOrDefault(question => question.Id == id);

    public static Decision<QuestionnaireEvent> Decide(QuestionnaireCommand command, Questionnaire now) => command switch
    {
        PlanSurvey c => now.Stage == SurveyStage.Missing
            ? new SurveyPlanned(c.EventId, c.OrganisationId, c.Terms)
            : Decision<QuestionnaireEvent>.Nothing,
        _ when now.Stage == SurveyStage.Missing => new SurveyNotFound(),
        SetTerms c => Editing.SetTerms(c, now),
        PutQuestion c => Editing.Put(c, now),
        RemoveQuestion c => Editing.Remove(c, now),
        MoveQuestion c => Editing.Move(c, now),
        OpenSurvey c => now.Stage != SurveyStage.Draft ? Decision<QuestionnaireEvent>.Nothing
            : now.Questions.Any(question => question.IsAnswered) ? new SurveyOpened(c.At) : new NoQuestions(),
        CloseSurvey c => now.Stage switch
        {
            SurveyStage.Open => new SurveyClosed(c.At),
            SurveyStage.Closed => Decision<QuestionnaireEvent>.Nothing,
            _ => new SurveyNotOpen(),
        },
        PublishReport c when c.Public == now.IsPublic => Decision<QuestionnaireEvent>.Nothing,
        PublishReport { Public: false } => new ReportWithdrawn(),
        PublishReport c => now.Stage == SurveyStage.Closed ? new ReportPublished(c.At) : new ReportNeedsClosing(),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Questionnaire Evolve(Questionnaire now, QuestionnaireEvent happened) => happened switch
    {
        SurveyPlanned e => now with { Stage = SurveyStage.Draft, EventId = e.EventId, OrganisationId = e.OrganisationId, Terms = e.Terms },
        TermsSet e => now with { Terms = e.Terms },
        QuestionPut e => now with { Questions = Editing.With(now.Questions, e.Question), Layout = now.Layout.With(e.Question) },
        QuestionRemoved e => now with { Questions = [.. now.Questions.Where(question => question.Id != e.QuestionId)] },
        QuestionsOrdered e => now with { Questions = [.. e.QuestionIds.Select(now.Question).OfType<Question>()] },
        SurveyOpened e => now with { Stage = SurveyStage.Open, OpenedAt = e.At },
        SurveyClosed e => now with { Stage = SurveyStage.Closed, ClosedAt = e.At },
        ReportPublished => now with { IsPublic = true },
        ReportWithdrawn => now with { IsPublic = false },
        _ => now,
    };
}
