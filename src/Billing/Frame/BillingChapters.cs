using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Frame;

/// <summary>What this module adds to the menus of an event.</summary>
internal static class BillingChapters
{
    public static IServiceCollection AddChapters(this IServiceCollection services) => services
        .AddSingleton(new Chapter(
            ChapterPlace.Staff, "billing", 90, () => Texts.Of["nav.bills"], (slug, _) => $"/billing?event={slug}",
            (_, _) => ValueTask.FromResult(true)));
}
