using EventOps.Surveys.Entering;
using EventOps.Ui;
using EventOps.Ui.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Polling;

/// <summary>The big screen of a poll, and the streams that keep it and the phones up to date.</summary>
public static class WatchPoll
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("polls/{id:guid}/screen", async (
            AtSurveys at, Guid id, HttpContext http, PollViews views, PublicUrl url, CancellationToken ct) =>
            await views.Find(id, at.Event.Id, ct) is { } view
                ? PageAnswers.Own<PollScreenPage>(http, new { At = at, View = view, Link = url.Link(view.Url(at)) })
                : PageAnswers.NotFound());
        open.MapGet("poll/{id:guid}/stream", (
            AtSurveys at, Guid id, HttpContext http, PollViews views, PollFeed feed, KnownEvents events, CancellationToken ct) =>
            Stream(at, id, views, events, () => feed.Watch(id, at.Event.Id, Language.Current, LiveStream.LastId(http.Request)), ct))
            .DisableRequestTimeout();
        open.MapGet("poll/{id:guid}/changes", (
            AtSurveys at, Guid id, HttpContext http, PollViews views, PollFeed feed, KnownEvents events, CancellationToken ct) =>
            Stream(at, id, views, events, () => feed.WatchStage(id, at.Event.Id, LiveStream.LastId(http.Request)), ct))
            .DisableRequestTimeout();
    }

    private static async Task<IResult> Stream(
        AtSurveys at, Guid id, PollViews views, KnownEvents events, Func<IAsyncEnumerable<LiveMessage>> messages,
        CancellationToken ct) =>
        await views.Find(id, at.Event.Id, ct) is null
            ? PageAnswers.NotFound()
            : new LiveStream(messages(), async again =>
                at.Organises || await events.BySlug(at.Event.Slug, again) is { Published: true });
}
