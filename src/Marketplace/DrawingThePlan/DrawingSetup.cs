using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>What drawing the plan adds to the module.</summary>
public static class DrawingSetup
{
    public static IServiceCollection AddDrawingThePlan(this IServiceCollection services) => services.AddSingleton<Desk>();

    public static void MapDrawingThePlan(this IEndpointRouteBuilder organisers)
    {
        ShowDesk.Map(organisers);
        LayGrid.Map(organisers);
        EditStand.Map(organisers);
        EditParts.Map(organisers);
        ShowHistory.Map(organisers);
    }
}
