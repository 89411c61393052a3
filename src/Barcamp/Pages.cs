using EventOps.Barcamp.Barcamps;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Barcamp;

/// <summary>How this module answers: pages, and one mapping from refusals to status and words.</summary>
public static class Pages
{
    public static IResult NotFound() => new RazorComponentResult<NotFoundPage> { StatusCode = StatusCodes.Status404NotFound };

    /// <summary>A page with forms, or one that is personal: nobody keeps it.</summary>
    public static IResult Own<TPage>(HttpContext http, object parameters, int status = 200)
        where TPage : IComponent
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status };
    }

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
        extensions: new Dictionary<string, object?> { ["code"] = Code(refusal) });

    /// <summary>The stable code of a refusal for programs: <c>cell-taken</c>.</summary>
    public static string Code(Refusal refusal) => string.Concat(refusal.GetType().Name
        .Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
