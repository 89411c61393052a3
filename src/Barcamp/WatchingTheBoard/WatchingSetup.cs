using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>What watching the board adds to the module.</summary>
public static class WatchingSetup
{
    public static IServiceCollection AddWatchingTheBoard(this IServiceCollection services) => services
        .AddSingleton<CellRenderer>()
        .AddSingleton<BoardEvents>()
        .AddSingleton<BoardFeed>()
        .AddHostedService(provider => provider.GetRequiredService<BoardFeed>());

    public static void MapWatchingTheBoard(this IEndpointRouteBuilder open)
    {
        ShowBoard.Map(open);
        BoardStreams.Map(open);
    }
}
