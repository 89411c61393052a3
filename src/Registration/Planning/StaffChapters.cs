using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Planning;

/// <summary>What this module brings to the organiser's menu of an event.</summary>
internal static class StaffChapters
{
    private static readonly string[] s_keys = ["overview", "attendees", "scan", "badges", "setup"];

    public static IServiceCollection AddStaffChapters(this IServiceCollection services)
    {
        foreach (var (key, order) in s_keys.Select((key, i) => (key, (i + 1) * 10)))
        {
            services.AddSingleton(new Chapter(
                ChapterPlace.Staff, key, order, () => PlanningTexts.Of[$"nav.{key}"], (slug, _) => $"/events/{slug}/{key}",
                (_, _) => ValueTask.FromResult(true)));
        }

        return services;
    }
}
