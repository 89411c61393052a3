using EventOps.Barcamp.Entering;
using EventOps.Ui.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>The board's own events as server-sent events, for programs: a reconnect by Last-Event-ID misses none and repeats none.</summary>
public static class BoardEventsByApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("board/stream", Handle)
        .WithSummary("Every event of the board, live; ?after=0 begins with the first one.")
        .Produces(StatusCodes.Status200OK, contentType: "text/event-stream").ProducesProblem(404).DisableRequestTimeout();

    public static async Task<IResult> Handle(
        AtBarcamp at, HttpContext http, long? after, BoardEvents board, KnownEvents events, CancellationToken ct)
    {
        var from = LiveStream.LastId(http.Request) ?? after ?? await board.Version(at.Id, ct);
        return BoardStreams.Of(at, events, board.Follow(at, from, CancellationToken.None));
    }
}
