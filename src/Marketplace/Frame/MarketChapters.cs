using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Markets;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Frame;

/// <summary>What this module adds to the menus of an event.</summary>
internal static class MarketChapters
{
    public static IServiceCollection AddChapters(this IServiceCollection services) => services
        .AddSingleton(new Chapter(
            ChapterPlace.Staff, "market", 70, () => Texts.Of["nav.market"], (slug, _) => $"/events/{slug}/market",
            (_, _) => ValueTask.FromResult(true)))
        .AddSingleton(new Chapter(
            ChapterPlace.Visitors, "exhibit", 62, () => Texts.Of["nav.exhibit"], (slug, _) => $"/events/{slug}/exhibit", IsOpen));

    private static async ValueTask<bool> IsOpen(string slug, IServiceProvider services) =>
        await services.GetRequiredService<KnownEvents>().BySlug(slug, default) is { } found
        && (await services.GetRequiredService<IEventStore>().Recall(Market.Stream(found.Id), Market.Decider, TimeSpan.FromSeconds(2))).Terms.IsOpen;
}
