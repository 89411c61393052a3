using EventOps.EventStore;

namespace EventOps.Surveys;

/// <summary>The names under which this module's events are stored for ever.</summary>
internal static class StoredEvents
{
    private static SurveysJson Json => SurveysJson.Default;

    public static void Map(EventTypes events) => events
        .Map("surveys.survey-planned.v1", Json.SurveyPlanned)
        .Map("surveys.terms-set.v1", Json.TermsSet)
        .Map("surveys.question-put.v1", Json.QuestionPut)
        .Map("surveys.question-removed.v1", Json.QuestionRemoved)
        .Map("surveys.questions-ordered.v1", Json.QuestionsOrdered)
        .Map("surveys.survey-opened.v1", Json.SurveyOpened)
        .Map("surveys.survey-closed.v1", Json.SurveyClosed)
        .Map("surveys.report-published.v1", Json.ReportPublished)
        .Map("surveys.report-withdrawn.v1", Json.ReportWithdrawn)
        .Map("surveys.invitation-sent.v1", Json.InvitationSent)
        .Map("surveys.reminder-sent.v1", Json.ReminderSent)
        .Map("surveys.invitation-redeemed.v1", Json.InvitationRedeemed)
        .Map("surveys.mail-declined.v1", Json.MailDeclined)
        .Map("surveys.mail-bounced.v1", Json.MailBounced)
        .Map("surveys.commitment-made.v1", Json.CommitmentMade)
        .Map("surveys.pledge-changed.v1", Json.PledgeChanged)
        .Map("surveys.commitment-placed.v1", Json.CommitmentPlaced)
        .Map("surveys.poll-planned.v1", Json.PollPlanned)
        .Map("surveys.poll-changed.v1", Json.PollChanged)
        .Map("surveys.poll-opened.v1", Json.PollOpened)
        .Map("surveys.poll-closed.v1", Json.PollClosed)
        .Map("surveys.poll-counted.v1", Json.PollCounted)
        .Map("surveys.poll-dropped.v1", Json.PollDropped);
}
