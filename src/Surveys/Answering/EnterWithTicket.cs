using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Answering;

/// <summary>The link of an invitation: exchanged for a cookie at once, so that the token stands in no other address.</summary>
public static class EnterWithTicket
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("survey/{id:guid}/with-ticket/{token}", Handle);
        // The ticket itself leads here: to the newest survey that asks its holder.
        open.MapGet("survey/with-ticket/{token}", async (AtSurveys at, string token, SurveyRows rows, CancellationToken ct) =>
            (await rows.OfEvent(at.Event.Id, ct)).LastOrDefault(row => row.Stage == SurveyStage.Open) is { } open
                ? Results.Extensions.SeeOther($"{at.Url}/survey/{open.Id}/with-ticket/{token}")
                : PageAnswers.NotFound());
    }

    public static async Task<IResult> Handle(
        AtSurveys at, Guid id, string token, HttpContext http, Participants participants, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await AtSurvey.Find(at, id, http, ct) is not { } survey) return PageAnswers.NotFound();
        if (await participants.Open(at.Event.Id, token, ct) is not { } who)
            return PageAnswers.Own<NoAnswerPage>(
                http, new { Survey = survey with { Access = Access.NeedsLink } }, StatusCodes.Status404NotFound);
        participants.Remember(http, id, who);
        return Results.Extensions.SeeOther(survey.Url);
    }
}
