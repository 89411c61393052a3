using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Directory;
using EventOps.Marketplace.DrawingThePlan;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Hearing;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.UploadingAPlan;
using EventOps.Messaging;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace;

/// <summary>Stands on a plan, who has them, and who visits them: the module's table of contents.</summary>
public static class MarketplaceModule
{
    public static IServiceCollection AddMarketplace(this IServiceCollection services) => services
        .AddSingleton<KnownEvents>()
        .AddSingleton<StandRows>()
        .AddUploadingAPlan()
        .AddDrawingThePlan()
        .AddDirectory()
        .AddToMessaging(messages => messages
            .Map(RegistrationMessages.EventChanged, MarketplaceJson.Default.EventChanged)
            .On<EventChanged>("marketplace.on-event-changed", OnEventChanged.Handle))
        .AddToEventStore(store =>
        {
            StoredEvents.Map(store.Events);
            store.Schema("marketplace", typeof(MarketplaceModule).Assembly)
                .Inline(StandList.Projection)
                .Rows<OnEventChanged.EventRow>(OnEventChanged.EventRow.Write);
        });

    public static IEndpointRouteBuilder MapMarketplace(this IEndpointRouteBuilder app)
    {
        var open = AtMarket.Map(app);
        var organisers = AtMarket.MapOrganisers(app).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        open.MapUploadingAPlan(organisers);
        organisers.MapDrawingThePlan();
        open.MapDirectory(organisers, AtMarket.MapOpenData(app));
        return app;
    }
}
