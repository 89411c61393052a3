using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Attendees;
using EventOps.Registration.Planning;
using EventOps.Registration.Ticketing;
using EventOps.Registration.WatchingTheGate;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration;

/// <summary>Events and their sign-ups, tickets, badges and check-in: the module's table of contents.</summary>
public static class RegistrationModule
{
    public static IServiceCollection AddRegistration(this IServiceCollection services) => services
        .AddSingleton<EventLookup>()
        .AddSingleton<SigningKeys>()
        .AddSingleton<TicketCodes>()
        .AddSingleton<ManageLinks>()
        .AddToEventStore(store =>
        {
            StoredEvents.Map(store.Events);
            store.Schema("registration", typeof(RegistrationModule).Assembly)
                .Inline(EventList.Projection)
                .Inline(AttendeeList.Projection)
                .Async(Arrivals.Projection)
                .Rows<PersonalRow>(PersonalRow.Write);
        })
        .AddToMessaging(bus => bus
            .Map(RegistrationMessages.EventChanged, RegistrationJson.Default.EventChanged));

    public static IEndpointRouteBuilder MapRegistration(this IEndpointRouteBuilder app)
    {
        return app;
    }
}
