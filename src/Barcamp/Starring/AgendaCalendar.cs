using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Exporting;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Starring;

/// <summary>A participant's own plan for calendar programs: a secret link, because they bring no cookie.</summary>
public static class AgendaCalendar
{
    private const int IdLetters = 32;

    public static void Map(IEndpointRouteBuilder open) => open.MapGet("board/agenda/{token}.ics", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, string token, HttpContext http, BarcampLinks links, Plans plans, Stars stars, Participants participants,
        PublicUrl url, CancellationToken ct)
    {
        if (token.Length <= IdLetters + 1 || !Guid.TryParseExact(token[..IdLetters], "N", out var ticket)
            || !BarcampLinks.Same(token[(IdLetters + 1)..], await links.Agenda(at.Id, ticket, ct))
            || !await participants.Holds(at.Id, ticket, ct)) // given back: the calendar ends with the ticket
        {
            return PageAnswers.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-cache";
        var plan = await plans.Recent(at, ct);
        var own = Agenda.Of(plan, ticket, await stars.Of(at.Id, ticket, ct)).Select(entry => entry.Session.Id).ToHashSet();
        return Results.Text(CalendarFile.OfAgenda(plan, own, url.Link(at.Board)), "text/calendar; charset=utf-8");
    }
}
