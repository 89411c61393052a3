using EventOps.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing;

/// <summary>Invoices, what was paid, and what is owed back: the module's table of contents.</summary>
public static class BillingModule
{
    public static IServiceCollection AddBilling(this IServiceCollection services) => services
        .AddToEventStore(store =>
        {
            StoredEvents.Map(store.Events);
            store.Schema("billing", typeof(BillingModule).Assembly);
        });

    public static IEndpointRouteBuilder MapBilling(this IEndpointRouteBuilder app) => app;
}
