using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.WritingNotes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.ReadingNotes;

/// <summary>What was said at the barcamp, on one page that can be printed, and as one text file.</summary>
public static class ShowDocumentation
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("board/documentation", async (
            AtBarcamp at, HttpContext http, Plans plans, Notes notes, Participants participants, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = at.Who is null && !at.Moderates ? "no-cache" : "no-store";
            return new RazorComponentResult<DocumentationPage>(new
            {
                At = at,
                Documentation = await Documentation.Of(at, plans, notes, ct),
                Present = await participants.CountPresent(at.Id, ct),
            });
        });
        open.MapGet("board/documentation.md", async (AtBarcamp at, HttpContext http, Plans plans, Notes notes, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{at.Event.Slug}-notes.md\"";
            return Results.Text((await Documentation.Of(at, plans, notes, ct)).Markdown(at), "text/markdown; charset=utf-8");
        });
    }
}
