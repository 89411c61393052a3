using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Plans;
using EventOps.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Directory;

/// <summary>What the public directory adds to the module, and its entry in the event's menu.</summary>
public static class DirectorySetup
{
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<Entries>()
        .AddSingleton<Halls>()
        .AddSingleton(new Chapter(
            ChapterPlace.Visitors, "stands", 60, () => Texts.Of["nav.stands"], (slug, _) => $"/events/{slug}/stands", HasPlan));

    public static void MapDirectory(this IEndpointRouteBuilder open, IEndpointRouteBuilder organisers, IEndpointRouteBuilder data)
    {
        ShowDirectory.Map(open);
        ShowByApi.Map(data);
        PrintSigns.Map(organisers);
    }

    private static async ValueTask<bool> HasPlan(string slug, IServiceProvider services)
    {
        if (await services.GetRequiredService<KnownEvents>().BySlug(slug, default) is not { } found) return false;
        var (plan, _) = await services.GetRequiredService<IEventStore>().Load(Plan.Stream(found.Id), Plan.Decider);
        return plan.Stands.Count > 0;
    }
}
