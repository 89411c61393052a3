using System.Buffers.Text;
using System.Security.Cryptography;
using EventOps.EventStore;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Responses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Answering;

/// <summary>
/// The way of browsers with JavaScript: the ticket gets a ballot paper signed that the host cannot read, and the answer comes in with that
/// paper, without cookies. Both requests together tell nobody whose answer it is.
/// </summary>
public static class AnswerUnseen
{
    private const int PaperBytes = 64; // 32 random ones in front (RFC 9474, section 4.1), 32 of the paper's own

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapPost("survey/{id:guid}/paper", SignPaper);
        // Comes without cookies, so there is nothing that could be forged in somebody's name.
        open.MapPost("survey/{id:guid}/ballot", TakeBallot).DisableAntiforgery()
            .WithFormOptions(valueCountLimit: AnswerForm.MostFields);
    }

    /// <summary>Redeems the invitation for a signature: once, but as often as the browser asks with the same paper.</summary>
    private static async Task<IResult> SignPaper(
        AtSurveys at, Guid id, IFormCollection typed, HttpContext http, IEventStore store, BallotPapers papers,
        CancellationToken ct)
    {
        if (await AtSurvey.Find(at, id, http, ct) is not { IsAnonymous: true, Who: { } who } survey
            || Bytes(typed["blinded"]) is not { } blinded)
            return Results.NotFound();
        if (survey.Access is not (Access.Asked or Access.Answered)) return Results.Conflict();
        if (await papers.Sign(id, blinded, ct) is not { } signature) return Results.BadRequest();
        var hash = Base64Url.EncodeToString(SHA256.HashData(blinded));
        var redeemed = await store.Handle(Invitation.Stream(id, who.TicketId), Invitation.Decider, new Redeem(hash), ct: ct);
        return redeemed.Refusal is null ? Results.Text(Base64Url.EncodeToString(signature)) : Results.Conflict();
    }

    /// <summary>Takes an answer with a signed paper; "check" only looks whether the answer is complete.</summary>
    private static async Task<IResult> TakeBallot(
        AtSurveys at, Guid id, IFormCollection typed, HttpContext http, BallotPapers papers, Urn urn, CancellationToken ct)
    {
        if (await AtSurvey.Find(at, id, http, ct) is not { IsAnonymous: true } survey) return Results.NotFound();
        // Whose it is stays unknown here: whether the survey is over, and whether this host has the key, is all there is to ask.
        if (survey.Access is Access.Over or Access.NoUrn or Access.Preview) return Results.Conflict();
        var ticketType = Guid.TryParse(typed["ticket-type"], out var type) ? type : (Guid?)null;
        var form = AnswerForm.Of(typed);
        var answers = form.Read(survey.Survey.Questions);
        var asked = Branching.Asked(survey.Survey.Questions, answers, ticketType);
        var wished = asked.Where(question => question.Need == Need.Wished).Select(question => question.Id).ToHashSet();
        if (AnswerCheck.Of(asked, form, answers, wished).Any) return Results.UnprocessableEntity();
        if (typed["check"] == "true") return Results.NoContent();
        if (Bytes(typed["paper"]) is not { Length: PaperBytes } paper || Bytes(typed["signature"]) is not { } signature
            || !await papers.IsSigned(id, paper, signature, ct))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var response = Response.Of(survey.Survey, answers, ticketType);
        return await urn.Put(id, survey.Survey, SHA256.HashData(paper), response, ct) is Deposit.Full or Deposit.Over
            ? Results.Conflict() : Results.NoContent();
    }

    private static byte[]? Bytes(string? text)
    {
        const int Most = 1024;
        return text is { Length: > 0 and < Most } && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
    }
}
