using EventOps.EventStore;
using EventOps.Registration.Planning;
using EventOps.Registration.SigningUp;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Registration.Visiting;

/// <summary>The public page of an event. Unpublished ones look as if they did not exist, but to their organiser.</summary>
public static class ShowEvent
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/events/{slug}", Handle).AllowAnonymous();

    public static async Task<IResult> Handle(
        string slug, HttpContext http, EventLookup events, IEventStore store, NpgsqlDataSource database, TimeProvider clock,
        CancellationToken ct)
    {
        if (await events.Find(slug, ct) is not { } found) return PageAnswers.NotFound();
        if (!found.Event.Published && !Contracts.Caller.Of(http.User).MaySee(found.Event.OrganisationId, found.Id))
            return PageAnswers.NotFound();
        var now = clock.GetUtcNow();
        var (places, _) = await Places.Of(store, found.Event, ct);
        return new RazorComponentResult<EventPage>(new
        {
            found.Event,
            Places = places,
            Now = now,
            Closed = SaleWindow.Check(found.Event with { Published = true }, now),
            Speakers = await SpeakerRows.Of(database, found.Id, ct),
        });
    }
}
