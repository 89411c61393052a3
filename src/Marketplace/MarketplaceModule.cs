using EventOps.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace;

/// <summary>Stands on a plan, who has them, and who visits them: the module's table of contents.</summary>
public static class MarketplaceModule
{
    public static IServiceCollection AddMarketplace(this IServiceCollection services) => services
        .AddToEventStore(store =>
        {
            StoredEvents.Map(store.Events);
            store.Schema("marketplace", typeof(MarketplaceModule).Assembly);
        });

    public static IEndpointRouteBuilder MapMarketplace(this IEndpointRouteBuilder app) => app;
}
