using EventOps.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.CheckingIn;

/// <summary>What check-in adds to the module.</summary>
public static class CheckingInSetup
{
    public static IServiceCollection AddCheckingIn(this IServiceCollection services) => services
        .AddSingleton<CodeReader>()
        .AddSingleton<Holders>()
        .AddSingleton<Recognition>()
        .AddSingleton<Scanning>()
        .AddToEventStore(store => store.Rows<ScanRow>(ScanRow.Write));
}
