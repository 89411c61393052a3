using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Screens;

/// <summary>The big screen in the hall: now and next, or who is on stage. Its link is secret; a renewed one closes it.</summary>
public static class ShowScreen
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("board/screen/{token}", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, string token, int? page, HttpContext http, BarcampLinks links, Plans plans, Words words, StarCounts counts,
        IEventStore store, PublicUrl url, TimeProvider clock, CancellationToken ct)
    {
        if (!await links.Opens(at, token, ct)) return PageAnswers.NotFound();
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var now = clock.GetUtcNow();
        var stage = (await store.Load(Pitching.Stream(at.Id), Pitching.Decider, ct)).State;
        return PageAnswers.Own<ScreenPage>(http, new
        {
            At = at,
            Token = token,
            Now = now,
            Plan = await plans.Newest(at, ct),
            Page = page ?? 0,
            BoardUrl = url.Link(at.Board),
            Stage = stage.OnStage is { } waiting ? await OnStage(at, waiting, words, counts, ct) : null,
        });
    }

    private static async Task<StageView?> OnStage(
        AtBarcamp at, Waiting waiting, Words words, StarCounts counts, CancellationToken ct)
    {
        if ((await words.Texts([waiting.ProposalId], ct)).GetValueOrDefault(waiting.ProposalId) is not { Hidden: false } text)
            return null;
        var names = await words.Names([waiting.HostId], ct);
        return new(text.Title, names.GetValueOrDefault(waiting.HostId, ""),
            (await counts.Of(at.Id, ct)).GetValueOrDefault(waiting.ProposalId)?.People ?? 0);
    }
}

/// <summary>Who pitches right now.</summary>
public sealed record StageView(string Title, string Host, int Stars);
