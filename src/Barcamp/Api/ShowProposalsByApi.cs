using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Proposals;
using EventOps.Barcamp.Proposing;
using EventOps.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Api;

/// <summary>The open proposals by JSON, all or one.</summary>
public static class ShowProposalsByApi
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("proposals", All).WithSummary("All open proposals, the newest first.").Produces<ProposalsAnswer>()
            .ProducesProblem(404);
        open.MapGet("proposals/{id:guid}", One).WithSummary("One open proposal.").Produces<ProposalsAnswer.Part>()
            .ProducesProblem(404);
    }

    public static async Task<IResult> All(AtBarcamp at, Ideas ideas, StarCounts counts, IEventStore store, CancellationToken ct)
    {
        var (stars, blind) = (await counts.Of(at.Id, ct), await Blindness.Of(at, store, ct));
        var open = (await ideas.Of(at.Id, ct)).Where(idea => idea.IsOpen);
        return Results.Json(new([.. open.Select(idea =>
            ProposalsAnswer.Of(idea, blind(idea.Id) ? null : stars.GetValueOrDefault(idea.Id)?.People ?? 0))]),
            BoardJson.Default.ProposalsAnswer);
    }

    public static async Task<IResult> One(
        AtBarcamp at, Guid id, Ideas ideas, StarCounts counts, IEventStore store, CancellationToken ct)
    {
        if ((await ideas.Of(at.Id, ct)).FirstOrDefault(idea => idea.Id == id && idea.IsOpen) is not { } idea)
            return Pages.Problem(new ProposalNotFound(), at);
        int? stars = (await Blindness.Of(at, store, ct))(id)
            ? null : (await counts.Of(at.Id, ct)).GetValueOrDefault(id)?.People ?? 0;
        return Results.Json(ProposalsAnswer.Of(idea, stars), BoardJson.Default.Part);
    }
}
