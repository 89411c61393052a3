using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Frame;

/// <summary>What this module adds to the menus of an event.</summary>
internal static class SurveyChapters
{
    public static IServiceCollection AddChapters(this IServiceCollection services) => services
        .AddSingleton(new Chapter(
            ChapterPlace.Staff, "surveys", 80, () => Texts.Of["nav.surveys"], (slug, _) => $"/events/{slug}/surveys",
            (_, _) => ValueTask.FromResult(true)));
}
