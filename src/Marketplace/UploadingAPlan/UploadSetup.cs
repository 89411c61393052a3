using EventOps.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>What the picture below the plan adds to the module.</summary>
public static class UploadSetup
{
    public static IServiceCollection AddUploadingAPlan(this IServiceCollection services) => services
        .AddSingleton<PlanFiles>()
        .AddToEventStore(store => store.Rows<PlanFile>(PlanFile.Write));

    public static void MapUploadingAPlan(this IEndpointRouteBuilder open, IEndpointRouteBuilder organisers)
    {
        ShowPicture.Map(open);
        UploadPlan.Map(organisers);
    }
}
