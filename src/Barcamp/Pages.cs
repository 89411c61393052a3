using EventOps.Barcamp.Barcamps;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Barcamp;

/// <summary>How this module says no: one mapping from refusals to status and words.</summary>
public static class Pages
{
    /// <summary>404 for what does not exist, 422 for what makes no sense, 403 for what is not theirs, 409 for the rest.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        BarcampNotFound or RoomNotFound or SlotNotFound or SessionNotFound or ProposalNotFound => 404,
        KeyReused or SlotEndsBeforeItStarts or SlotsOverlap or TooManyHands or CannotMergeWithItself => 422,
        NotYourProposal => 403,
        _ => 409,
    };

    public static IResult Refused(Refusal refusal, AtBarcamp at, string back, string? sentence = null) =>
        new RazorComponentResult<RefusalPage>(new
        {
            Title = Texts.Of["refused"],
            Text = sentence ?? RefusalText.For(refusal, Texts.Of, at.Say),
            Brand = at.Title,
            BrandHref = at.Board,
            NextHref = back,
            NextText = Texts.Of["back"],
        })
        { StatusCode = Status(refusal) };

    /// <summary>A refusal as problem+json, with its stable code.</summary>
    public static IResult Problem(Refusal refusal, AtBarcamp? at) => Results.Problem(
        title: RefusalText.For(refusal, Texts.Of, at?.Say), statusCode: Status(refusal),
        extensions: new Dictionary<string, object?> { ["code"] = RefusalText.Code(refusal) });
}
