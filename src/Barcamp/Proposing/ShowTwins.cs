using EventOps.Barcamp.Entering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Proposing;

/// <summary>The ideas that resemble a title, as a fragment for who is typing it.</summary>
public static class ShowTwins
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("proposals/twins", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, string? title, Guid? except, HttpContext http, TwinSearch twins, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TwinList>(new { at.Url, Twins = await twins.Of(at.Id, title, except, ct) });
    }
}
