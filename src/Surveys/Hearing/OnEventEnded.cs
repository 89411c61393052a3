using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Inviting;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Hearing;

/// <summary>An event has ended: its running surveys ask those who were there.</summary>
public static class OnEventEnded
{
    public static async Task<Work> Handle(EventEnded heard, Handling context)
    {
        var (services, ct) = (context.Services, context.Cancellation);
        if (await services.GetRequiredService<KnownEvents>().ById(heard.EventId, ct) is not { } known
            || known.EndsAt != heard.EndsAt) return new Work();
        var store = services.GetRequiredService<IEventStore>();
        var due = new List<Guid>();
        foreach (var row in await services.GetRequiredService<SurveyRows>().OfEvent(heard.EventId, ct))
        {
            var (survey, _) = await store.Load(Questionnaire.Stream(row.Id), Questionnaire.Decider, ct);
            if (survey is { Stage: SurveyStage.Open, Terms.InvitesAfterEvent: true }) due.Add(row.Id);
        }

        return new Work().By(context.Metadata).Then(commit =>
        {
            foreach (var survey in due) commit.Publish(new InvitationsDue(survey, false, 0), OnInvitationsDue.Key(survey));
        });
    }
}
