using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Screens;

/// <summary>Who is here, in three words each: all hashtags of the introduction as one cloud, without anybody's name.</summary>
public static class ShowHashtags
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("board/hashtags", Handle);

    public static async Task<IResult> Handle(AtBarcamp at, HttpContext http, HostNames names, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return new RazorComponentResult<HashtagsPage>(new { At = at, Words = await names.Hashtags(at.Id, ct) });
    }
}
