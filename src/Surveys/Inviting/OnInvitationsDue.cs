using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Questionnaires;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Inviting;

/// <summary>Invites, or reminds, the next hundred. Who is invited already is passed over, so a repetition writes to nobody twice.</summary>
public static class OnInvitationsDue
{
    private const int AtOnce = 100;

    public static async Task<Work> Handle(InvitationsDue heard, Handling context)
    {
        var (services, ct) = (context.Services, context.Cancellation);
        var store = services.GetRequiredService<IEventStore>();
        var (survey, _) = await store.Load(Questionnaire.Stream(heard.SurveyId), Questionnaire.Decider, ct);
        if (survey.Stage != SurveyStage.Open || survey.Terms.Audience == Audience.Public) return new Work();
        var people = services.GetRequiredService<Invited>();
        var next = heard.Reminding
            ? await people.ToRemind(heard.SurveyId, AtOnce, ct)
            : await people.ToInvite(heard.SurveyId, survey, AtOnce, ct);
        var now = context.Clock.GetUtcNow();
        foreach (var ticket in next)
            await store.Handle(Ask(heard, survey.EventId, ticket, now), ct);
        return new Work().By(context.Metadata).Then(commit =>
        {
            if (next.Count == AtOnce)
                commit.Publish(heard with { Part = heard.Part + 1 }, Key(heard.SurveyId));
            else if (!heard.Reminding && survey.Terms.RemindsAfterDays is { } days)
                commit.Publish(
                    new InvitationsDue(heard.SurveyId, true, 0), Key(heard.SurveyId), due: now.AddDays(days),
                    id: MessageId.Of($"remind {heard.SurveyId}"));
        });
    }

    public static string Key(Guid surveyId) => $"{Questionnaire.Stream(surveyId)}-invitations";

    private static Work Ask(InvitationsDue heard, Guid eventId, Guid ticket, DateTimeOffset now)
    {
        InvitationCommand command = heard.Reminding ? new Remind() : new Invite(now);
        return new Work().On(Invitation.Stream(heard.SurveyId, ticket), Invitation.Decider, command).Then(commit =>
        {
            if (commit.Events.Count == 0) return;
            commit.Publish(
                new TellTicketHolder(
                    ticket, heard.Reminding ? SurveyLetter.Reminder : SurveyLetter.Invitation, eventId, [heard.SurveyId]),
                $"ticket-{ticket}", id: MessageId.Of($"{heard.Reminding} {heard.SurveyId} {ticket}"));
        });
    }
}
