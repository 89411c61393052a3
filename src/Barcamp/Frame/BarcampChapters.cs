using EventOps.Barcamp.Entering;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp.Frame;

/// <summary>What this module adds to the menus of an event that has a barcamp; organisers see the entry before there is one.</summary>
internal static class BarcampChapters
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddChapters(this IServiceCollection services) => services
        .AddSingleton(new Chapter(
            ChapterPlace.Staff, "barcamp", 60, () => Texts.Of["nav.barcamp"], (slug, _) => $"/events/{slug}/barcamp",
            (_, _) => ValueTask.FromResult(true)))
        .AddSingleton(new Chapter(
            ChapterPlace.Visitors, "board", 60, () => Texts.Of["nav.barcamp"], (slug, _) => $"/events/{slug}/board", Exists))
        .AddSingleton(new Chapter(
            ChapterPlace.Ticket, "board", 60, () => Texts.Of["to-barcamp"],
            (slug, token) => $"/events/{slug}/board/with-ticket/{token}", Exists));

    private static async ValueTask<bool> Exists(string slug, IServiceProvider services) =>
        await services.GetRequiredService<KnownEvents>().BySlug(slug, default) is { } found
        && (await services.GetRequiredService<IEventStore>().Recall(Barcamps.Barcamp.Stream(found.Id), Barcamps.Barcamp.Decider, s_maxAge)).Planned;
}
