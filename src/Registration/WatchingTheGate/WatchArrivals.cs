using EventOps.Contracts;
using EventOps.Registration.Planning;
using EventOps.Ui;
using EventOps.Ui.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>The live count at an event's entrance, for its organisers and scanners, as server-sent events.</summary>
public static class WatchArrivals
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/events/{slug}/arrivals/stream", Handle)
        .RequireAuthorization(Policies.Scanner).DisableRequestTimeout();

    public static async Task<IResult> Handle(
        string slug, HttpContext http, EventLookup events, ArrivalsFeed feed, CancellationToken ct)
    {
        if (await events.Find(slug, ct) is not { } place || !Caller.Of(http.User).MaySee(place.Event.OrganisationId, place.Id))
            return PageAnswers.NotFound();
        return new LiveStream(
            feed.Watch(place.Id, LiveStream.LastId(http.Request), CancellationToken.None),
            _ => StillAllowed.Ask(http, Policies.Scanner, caller => caller.MaySee(place.Event.OrganisationId, place.Id)));
    }
}
