using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Entering;

/// <summary>The moderators' link: from now on this browser may order the board, until the link is renewed.</summary>
public static class EnterAsModerator
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("barcamp/as-moderator/{token}", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, string token, HttpContext http, BarcampLinks links, ModeratorCookie cookie, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!BarcampLinks.Same(token, await links.Moderator(at.Id, at.Barcamp.ModeratorLink, ct))) return PageAnswers.NotFound();
        cookie.Set(http, at.Id, at.Barcamp.ModeratorLink);
        return Results.Extensions.SeeOther($"{at.Url}/barcamp");
    }
}
