using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.WritingNotes;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.ReadingNotes;

/// <summary>
/// One session's own page: where codes on cards and entries of calendars lead. An idea that has no session yet leads on to its
/// proposal.
/// </summary>
public static class ShowSession
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("board/sessions/{id:guid}", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, Guid id, HttpContext http, Plans plans, Notes notes, Words words, TimeProvider clock, CancellationToken ct)
    {
        var plan = await plans.Recent(at, ct);
        http.Response.Headers.CacheControl = at.Who is null && !at.Moderates ? "no-cache" : "no-store";
        if (plan.Session(id) is { } session)
            return new RazorComponentResult<SessionPage>(
                new { At = at, Plan = plan, Session = session, Note = await notes.Of(id, ct), Now = clock.GetUtcNow() });
        return (await words.Texts([id], ct)).TryGetValue(id, out var text) && !text.Hidden
            ? Results.Extensions.SeeOther($"{at.Url}/proposals/{id}")
            : PageAnswers.NotFound();
    }
}
