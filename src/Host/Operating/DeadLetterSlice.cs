using EventOps.Contracts;
using EventOps.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EventOps.Host.Operating;

/// <summary>Messages that were given up: an organiser reads them and replays or discards each.</summary>
public static class DeadLetterSlice
{
    /// <summary>Where the page lies.</summary>
    public const string Path = "/operations/messages";

    /// <summary>Adds the page and its one form.</summary>
    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var organisers = routes.MapGroup(Path).RequireAuthorization(Policies.Organiser);
        organisers.MapGet("", Show);
        organisers.MapPost("", Decide);
    }

    private static async Task<RazorComponentResult<DeadLetterPage>> Show(
        DeadLetters letters, HttpContext http, string? done, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var known = done is "replayed" or "discarded" or "gone" ? done : null;
        return new(new { Letters = await letters.List(ct: ct), Done = known });
    }

    private static async Task<RedirectHttpResult> Decide(
        [FromForm] Guid id, [FromForm] string handler, [FromForm] string decision, DeadLetters letters, CancellationToken ct)
    {
        var (done, found) = decision is "discard"
            ? ("discarded", await letters.Discard(id, handler, ct))
            : ("replayed", await letters.Replay(id, handler, ct));
        return TypedResults.Redirect($"{Path}?done={(found ? done : "gone")}");
    }
}
