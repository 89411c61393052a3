using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.WatchingTheBoard;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Proposing;

/// <summary>The permalink of a proposal. One that became part of another leads there; a hidden one does not exist for the public.</summary>
public static class ShowProposal
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("proposals/{id:guid}", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, Guid id, HttpContext http, Ideas ideas, TwinSearch twins, Stars stars, StarCounts counts, Plans plans,
        BarcampLinks links, IEventStore store, TimeProvider clock, CancellationToken ct)
    {
        var all = await ideas.Of(at.Id, ct);
        if (all.FirstOrDefault(idea => idea.Id == id) is not { } idea || !idea.MaySee(at)) return PageAnswers.NotFound();
        if (idea.IntoId is { } into) return Results.Extensions.SeeOther($"{at.Url}/proposals/{into}");
        var look = BoardLook.ForAll(at, clock.GetUtcNow());
        if (at.Who is { } who)
            look = look with { Me = who.TicketId, Starred = await stars.Of(at.Id, who.TicketId, ct) };
        http.Response.Headers.CacheControl = at.Who is null && !at.Moderates ? "no-cache" : "no-store";
        var hosts = idea.IsOf(at.Who?.TicketId);
        var blind = await Blindness.Of(at, store, ct);
        return new RazorComponentResult<ProposalPage>(new
        {
            At = at,
            Idea = idea,
            All = all,
            Look = look,
            Plan = await plans.Recent(at, ct),
            Stars = blind(id) ? (int?)null : (await counts.Of(at.Id, ct)).GetValueOrDefault(id)?.People ?? 0,
            Twins = idea.IsOpen ? twins.Of(all, idea.Title, id) : [],
            CoHostLink = hosts || at.Moderates ? $"{at.Url}/proposals/{id}/join/{await links.CoHost(id, ct)}" : null,
            Pitching = await store.Recall(Pitching.Stream(at.Id), Pitching.Decider, TimeSpan.FromMilliseconds(300), ct),
            Proposal = (await store.Load(Proposals.Proposal.Stream(id), Proposals.Proposal.Decider, ct)).State,
        });
    }
}
