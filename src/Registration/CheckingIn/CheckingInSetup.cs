using EventOps.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.CheckingIn;

/// <summary>What check-in adds to the module.</summary>
public static class CheckingInSetup
{
    public static IServiceCollection AddCheckingIn(this IServiceCollection services) => services
        .AddSingleton<CodeReader>()
        .AddSingleton<Holders>()
        .AddSingleton<Recognition>()
        .AddSingleton<RoomGates>()
        .AddSingleton<Scanning>()
        .AddSingleton<NameSearch>()
        .AddSingleton<Doors>()
        .AddToEventStore(store => store.Rows<ScanRow>(ScanRow.Write));

    public static void MapCheckingIn(this IEndpointRouteBuilder routes)
    {
        ScanByApi.Map(routes);
        ShowScanner.Map(routes);
        ScanByForm.Map(routes);
        FindByName.Map(routes);
    }
}
