using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.TellingStarrers;
using EventOps.Barcamp.WatchingTheBoard;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Starring;

/// <summary>A participant's own plan of the day.</summary>
public static class ShowAgenda
{
    public static void Map(IEndpointRouteBuilder participants) => participants.MapGet("board/agenda", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, HttpContext http, Plans plans, Stars stars, BarcampLinks links, MailWishes wishes, TimeProvider clock,
        CancellationToken ct)
    {
        if (at.Who is not { } who) return PageAnswers.Own<WithTicketPage>(http, new { At = at }, StatusCodes.Status403Forbidden);
        var now = clock.GetUtcNow();
        var starred = await stars.Of(at.Id, who.TicketId, ct);
        return PageAnswers.Own<AgendaPage>(http, new
        {
            At = at,
            Now = now,
            Look = BoardLook.ForAll(at, now) with { Me = who.TicketId, Starred = starred },
            Entries = Agenda.Of(await plans.RecentWithIdeas(at, ct), who.TicketId, starred),
            CalendarLink = $"{at.Board}/agenda/{who.TicketId:N}-{await links.Agenda(at.Id, who.TicketId, ct)}.ics",
            MailWished = await wishes.Has(who.TicketId, ct),
            StarsLeft = at.Rules.StarsEach is { } budget ? Math.Max(0, budget - starred.Count) : (int?)null,
        });
    }
}
