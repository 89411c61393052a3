using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Inviting;

namespace EventOps.Surveys.Hearing;

/// <summary>An invitation could not be delivered and never will: no reminder follows it.</summary>
public static class OnHolderUnreachable
{
    public static Work Handle(HolderUnreachable heard, Handling handling) =>
        heard.Asked is { Letter: SurveyLetter.Invitation or SurveyLetter.Reminder, About: [var survey] }
            ? new Work().By(handling.Metadata).On(Invitation.Stream(survey, heard.Asked.TicketId), Invitation.Decider, new ReportBounce())
            : new Work();
}
