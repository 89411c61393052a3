using EventOps.EventStore;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Invitations;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Inviting;

/// <summary>The link in each mail that ends them for this survey; a button asks once more, because mail programs follow links.</summary>
public static class DeclineMail
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("survey/{id:guid}/no-mail/{token}", Ask);
        open.MapPost("survey/{id:guid}/no-mail/{token}", Decline).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
    }

    private static async Task<IResult> Ask(
        AtSurveys at, Guid id, string token, HttpContext http, Participants participants, IEventStore store, CancellationToken ct)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await AtSurvey.Find(at, id, http, ct) is not { } survey
            || await participants.Open(at.Event.Id, token, ct) is not { } who)
            return PageAnswers.NotFound();
        var (invitation, _) = await store.Load(Invitation.Stream(id, who.TicketId), Invitation.Decider, ct);
        return PageAnswers.Own<DeclinePage>(http, new { Survey = survey, Token = token, Declined = invitation.OptedOut });
    }

    private static async Task<IResult> Decline(
        AtSurveys at, Guid id, string token, HttpContext http, Participants participants, IEventStore store, CancellationToken ct)
    {
        if (await AtSurvey.Find(at, id, http, ct) is not { } survey
            || await participants.Open(at.Event.Id, token, ct) is not { } who)
            return PageAnswers.NotFound();
        await store.Handle(Invitation.Stream(id, who.TicketId), Invitation.Decider, new OptOut(), ct: ct);
        return Results.Extensions.SeeOther($"{survey.Url}/no-mail/{token}");
    }
}
