using EventOps.Barcamp.Barcamps;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.Barcamp.Proposing;
using EventOps.Contracts;
using EventOps.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Api;

/// <summary>Hides a proposal everywhere, or shows it again; for organisers' programs.</summary>
public static class HideByApi
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapPut("proposals/{id:guid}/hidden", (AtBarcamp at, Guid id, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
            Handle(at, id, new HideProposal(), store, proposals, ct)).RequireAuthorization(Policies.Organiser)
            .WithSummary("Hides a proposal.").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        open.MapDelete("proposals/{id:guid}/hidden", (AtBarcamp at, Guid id, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
            Handle(at, id, new Proposals.ShowProposal(), store, proposals, ct)).RequireAuthorization(Policies.Organiser)
            .WithSummary("Shows a hidden proposal again.").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<IResult> Handle(
        AtBarcamp at, Guid id, ProposalCommand command, IEventStore store, ProposalWork proposals, CancellationToken ct)
    {
        if (!at.Organises) return Pages.Problem(new BarcampNotFound(), at);
        if (await ActingHost.Find(store, at, id, ct) is null) return Pages.Problem(new ProposalNotFound(), at);
        var outcome = await proposals.Handle(at, [(id, command)], null, ct);
        return outcome.Refusal is { } refusal ? Pages.Problem(refusal, at) : Results.NoContent();
    }
}
