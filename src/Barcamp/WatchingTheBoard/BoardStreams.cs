using EventOps.Barcamp.Entering;
using EventOps.Ui;
using EventOps.Ui.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>The live streams of a board's pages: changed cells for everybody, signals for personal views.</summary>
public static class BoardStreams
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("board/stream", (AtBarcamp at, HttpContext http, long? after, BoardFeed feed, KnownEvents events) =>
            Of(at, events, feed.Watch(at, Language.Current, LiveStream.LastId(http.Request) ?? after, CancellationToken.None)))
            .DisableRequestTimeout();
        open.MapGet("board/changes", (AtBarcamp at, HttpContext http, long? after, BoardFeed feed, KnownEvents events) =>
            Of(at, events, feed.WatchChanges(at, LiveStream.LastId(http.Request) ?? after, CancellationToken.None)))
            .DisableRequestTimeout();
    }

    /// <summary>A stream that ends at a heartbeat once the event is no longer public; moderators keep it.</summary>
    public static LiveStream Of(AtBarcamp at, KnownEvents events, IAsyncEnumerable<LiveMessage> messages) => new(
        messages, async ct => at.Moderates || await events.BySlug(at.Event.Slug, ct) is { Published: true });
}
