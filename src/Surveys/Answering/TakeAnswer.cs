using System.Security.Cryptography;
using EventOps.EventStore;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Responses;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Surveys.Answering;

/// <summary>
/// Takes a completed answer. The invitation is redeemed first, in a commit of its own that knows nothing of the answer; then the answer
/// is taken in another that knows nothing of the person. Cut off in between, the same person tries again and is not counted twice.
/// </summary>
public sealed class TakeAnswer(
    IEventStore store, Urn urn, UrnKey key, NamedResponses named, Participants participants, SealedCookies cookies)
{
    private static readonly TimeSpan s_courtesy = TimeSpan.FromDays(180);

    public async Task<IResult> Of(AtSurvey at, Answers answers, HttpContext http, CancellationToken ct)
    {
        var response = Response.Of(at.Survey, answers, at.Who?.TicketTypeId);
        if (at.Who is { } who && at.Survey.Terms.Audience != Audience.Public)
        {
            // No metadata: a request's id would stand in its log line, too.
            var redeemed = await store.Handle(
                Invitation.Stream(at.Id, who.TicketId), Invitation.Decider, new Redeem(null), ct: ct);
            if (redeemed.Refusal is not null) return Answered(at, http);
        }

        var subject = at.Who?.TicketId ?? Browser(at, http);
        var deposit = at.IsAnonymous
            ? await urn.Put(at.Id, at.Survey, key.SerialOf(at.Id, subject), response, ct)
            : await named.Put(at.Id, subject, at.Survey.Terms.MostAnswers, response, ct);
        participants.Forget(http, at.Id);
        return deposit is Deposit.Full or Deposit.Over
            ? PageAnswers.Own<NoAnswerPage>(http, new { Survey = at with { Access = Access.Over } }, StatusCodes.Status409Conflict)
            : Results.Extensions.SeeOther($"{at.Url}/thanks");
    }

    private static IResult Answered(AtSurvey at, HttpContext http) =>
        PageAnswers.Own<NoAnswerPage>(http, new { Survey = at with { Access = Access.Answered } }, StatusCodes.Status409Conflict);

    // In a survey for everybody a cookie keeps somebody from answering twice by mistake; it is no proof, and the page says so.
    private Guid Browser(AtSurvey at, HttpContext http)
    {
        var name = $"eventops-answered-{at.Id.ToString("N")[..12]}";
        if (Guid.TryParse(cookies.Read(http, name), out var known)) return known;
        var browser = new Guid(RandomNumberGenerator.GetBytes(16));
        cookies.Set(http, name, browser.ToString(), s_courtesy);
        return browser;
    }
}
