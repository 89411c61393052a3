using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Surveys.BuildingASurvey;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Inviting;

/// <summary>How far the asking has come, and its buttons for those who do not want to wait for the clock.</summary>
public static class RunInvitations
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("surveys/{id:guid}/invitations", Show);
        organisers.MapPost("surveys/{id:guid}/invitations", Send);
    }

    private static async Task<IResult> Show(
        AtSurveys at, Guid id, HttpContext http, IEventStore store, Invited invited, PublicUrl url, TimeProvider clock,
        CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { } survey) return PageAnswers.NotFound();
        return PageAnswers.Own<InvitationsPage>(http, new
        {
            At = at,
            Id = id,
            Survey = survey,
            Figures = await invited.Figures(id, survey, ct),
            Link = url.Link($"{at.Url}/survey/{id}"),
            Over = at.Event.EndsAt <= clock.GetUtcNow(),
        });
    }

    private static async Task<IResult> Send(
        AtSurveys at, Guid id, IFormCollection typed, IEventStore store, CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { } survey) return PageAnswers.NotFound();
        if (survey.Stage != SurveyStage.Open) return Pages.Refused(new SurveyNotOpen(), at, $"{at.Surveys}/{id}/invitations");
        var due = new InvitationsDue(id, typed["what"] == "remind", 0);
        await store.Handle(new Work().By(at.Metadata).Then(commit => commit.Publish(due, OnInvitationsDue.Key(id))), ct);
        return Results.Extensions.SeeOther($"{at.Surveys}/{id}/invitations?sent={(due.Reminding ? "reminders" : "invitations")}");
    }
}
