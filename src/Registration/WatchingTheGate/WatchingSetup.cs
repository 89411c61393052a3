using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>What watching the gate adds to the module.</summary>
public static class WatchingSetup
{
    public static IServiceCollection AddWatchingTheGate(this IServiceCollection services) => services
        .AddSingleton<ArrivalReader>()
        .AddSingleton<ArrivalsFeed>()
        .AddHostedService(provider => provider.GetRequiredService<ArrivalsFeed>());

    public static void MapWatchingTheGate(this IEndpointRouteBuilder routes) => WatchArrivals.Map(routes);
}
