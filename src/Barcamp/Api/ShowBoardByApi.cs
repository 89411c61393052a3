using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Api;

/// <summary>The board by JSON: rooms, times and what takes place.</summary>
public static class ShowBoardByApi
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("board", Handle)
        .WithSummary("The board: rooms, slots and sessions. Its version is the id of the newest event of board/stream.")
        .Produces<BoardAnswer>().ProducesProblem(404);

    public static async Task<IResult> Handle(AtBarcamp at, Plans plans, CancellationToken ct) =>
        Results.Json(BoardAnswer.Of(await plans.Recent(at, ct)), BoardJson.Default.BoardAnswer);
}
