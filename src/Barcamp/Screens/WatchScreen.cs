using EventOps.Barcamp.Entering;
using EventOps.Barcamp.WatchingTheBoard;
using EventOps.EventStore;
using EventOps.Ui;
using EventOps.Ui.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Screens;

/// <summary>Signals for screens and doors, as long as their link holds.</summary>
public static class WatchScreen
{
    public static void Map(IEndpointRouteBuilder open) =>
        open.MapGet("board/screen/{token}/changes", Handle).DisableRequestTimeout();

    public static async Task<IResult> Handle(
        AtBarcamp at, string token, HttpContext http, BarcampLinks links, BoardFeed feed, IEventStore store, CancellationToken ct)
    {
        if (!await links.Opens(at, token, ct)) return PageAnswers.NotFound();
        return new LiveStream(feed.WatchChanges(at, LiveStream.LastId(http.Request), CancellationToken.None), async again =>
        {
            var now = (await store.Load(Barcamps.Barcamp.Stream(at.Id), Barcamps.Barcamp.Decider, again)).State;
            return await links.Opens(at with { Barcamp = now }, token, again);
        });
    }
}
