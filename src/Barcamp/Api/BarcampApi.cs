using EventOps.Barcamp.Entering;
using EventOps.Barcamp.WatchingTheBoard;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Api;

/// <summary>The JSON twins of the board and the proposals below /api/v1.</summary>
public static class BarcampApi
{
    public static void MapBarcampApi(this IEndpointRouteBuilder app)
    {
        var open = AtBarcamp.MapApi(app);
        ShowBoardByApi.Map(open);
        ShowProposalsByApi.Map(open);
        BoardEventsByApi.Map(open);
        HideByApi.Map(open);
    }
}
