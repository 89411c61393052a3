using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Entering;

/// <summary>The link on a ticket: from now on this browser is its holder's at the barcamp.</summary>
public static class EnterWithTicket
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("board/with-ticket/{token}", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, string token, HttpContext http, Participants participants, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await participants.Open(at.Id, token, ct) is not { } who)
            return new RazorComponentResult<WithTicketPage>(new { At = at }) { StatusCode = StatusCodes.Status404NotFound };
        participants.Remember(http, who);
        return Results.Extensions.SeeOther(at.Board);
    }
}
