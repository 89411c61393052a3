using EventOps.Surveys.Entering;
using EventOps.Surveys.Reading;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Frame;

/// <summary>What this module adds to the menus of an event.</summary>
internal static class SurveyChapters
{
    public static IServiceCollection AddChapters(this IServiceCollection services) => services
        .AddSingleton(new Chapter(
            ChapterPlace.Staff, "surveys", 80, () => Texts.Of["nav.surveys"], (slug, _) => $"/events/{slug}/surveys",
            (_, _) => ValueTask.FromResult(true)))
        .AddSingleton(new Chapter(
            ChapterPlace.Ticket, "survey", 80, () => Texts.Of["to-survey"],
            (slug, token) => $"/events/{slug}/survey/with-ticket/{token}",
            async (slug, provider) => await provider.GetRequiredService<SurveyRows>().AnyOpen(slug, default)))
        .AddSingleton(new Chapter(
            ChapterPlace.Visitors, "promises", 70, () => Texts.Of["nav.promises"], (slug, _) => $"/events/{slug}/promises",
            Promised));

    private static async ValueTask<bool> Promised(string slug, IServiceProvider services) =>
        await services.GetRequiredService<KnownEvents>().BySlug(slug, default) is { } found
        && await services.GetRequiredService<CommitmentRows>().AnyForVisitors(found.Id, default);
}
