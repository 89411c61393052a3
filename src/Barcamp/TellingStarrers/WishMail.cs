using EventOps.Barcamp.Entering;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.TellingStarrers;

/// <summary>Turns mails about starred sessions on and off: on the own plan, and by the secret link in each mail.</summary>
public static class WishMail
{
    private const int IdLetters = 32;

    public static void Map(IEndpointRouteBuilder open, IEndpointRouteBuilder participants)
    {
        participants.MapPost("board/agenda/mail", Set);
        open.MapGet("board/mail/{token}", Ask);
        open.MapPost("board/mail/{token}", Stop).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
    }

    public static async Task<IResult> Set(AtBarcamp at, IFormCollection typed, MailWishes wishes, CancellationToken ct)
    {
        if (at.Who is not { } who) return PageAnswers.NotFound();
        await wishes.Set(at.Id, who.TicketId, typed["mail"] == "true", ct);
        return Results.Extensions.SeeOther($"{at.Board}/agenda#mail-wish");
    }

    public static async Task<IResult> Ask(
        AtBarcamp at, string token, HttpContext http, BarcampLinks links, MailWishes wishes, CancellationToken ct)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return await TicketOf(at, token, links, ct) is { } ticket
            ? PageAnswers.Own<StopMailPage>(http, new { At = at, Token = token, Stopped = !await wishes.Has(ticket, ct) })
            : PageAnswers.NotFound();
    }

    // A form's, not the link's own doing: programs that look at mails follow links.
    public static async Task<IResult> Stop(
        AtBarcamp at, string token, BarcampLinks links, MailWishes wishes, CancellationToken ct)
    {
        if (await TicketOf(at, token, links, ct) is not { } ticket) return PageAnswers.NotFound();
        await wishes.Set(at.Id, ticket, wished: false, ct);
        return Results.Extensions.SeeOther($"{at.Board}/mail/{token}");
    }

    private static async Task<Guid?> TicketOf(AtBarcamp at, string token, BarcampLinks links, CancellationToken ct) =>
        token.Length > IdLetters + 1 && Guid.TryParseExact(token[..IdLetters], "N", out var ticket)
        && BarcampLinks.Same(token[(IdLetters + 1)..], await links.StopMail(at.Id, ticket, ct)) ? ticket : null;
}
