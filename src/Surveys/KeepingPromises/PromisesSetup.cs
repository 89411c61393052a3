using EventOps.Surveys.Reading;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.KeepingPromises;

/// <summary>What "you said, we did" adds to the module.</summary>
public static class PromisesSetup
{
    public static IServiceCollection AddKeepingPromises(this IServiceCollection services) => services
        .AddSingleton<CommitmentRows>()
        .AddSingleton<MeasuringAgain>();

    public static void MapKeepingPromises(this IEndpointRouteBuilder open, IEndpointRouteBuilder organisers)
    {
        ShowPromises.Map(open);
        MakePromise.Map(organisers);
        EditPromises.Map(organisers);
    }
}
