using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.Visiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.Api;

/// <summary>What the public may know of an event, by JSON.</summary>
public static class ShowEventByApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("events/{slug}", Handle).AllowAnonymous()
        .Produces<EventAnswer>().ProducesProblem(404);

    public static async Task<IResult> Handle(string slug, EventLookup events, IEventStore store, CancellationToken ct) =>
        await events.Find(slug, ct) is { Event.Published: true } found
            ? Results.Json(await Answer(store, found.Event, ct), ApiJson.Default.EventAnswer)
            : Problems.Of(new EventNotFound());

    internal static async Task<EventAnswer> Answer(IEventStore store, Event @event, CancellationToken ct)
    {
        var (_, byType) = await Places.Of(store, @event, ct);
        return new(
            @event.Slug, @event.Texts.Name, @event.Times.StartsAt, @event.Times.EndsAt, @event.Times.TimeZone, @event.Texts.Place,
            @event.Published,
            [.. @event.TicketTypes.Select(type => new EventAnswer.Type(type.Id, type.Name, byType[type.Id].Capacity, byType[type.Id].Left))]);
    }
}
