using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Proposing;

/// <summary>Hands a draft in, withdraws it, hides and shows it: one button each.</summary>
public static class ChangeState
{
    public static void Map(IEndpointRouteBuilder participants, IEndpointRouteBuilder moderators)
    {
        participants.MapPost("proposals/{id:guid}/submission", (
            AtBarcamp at, Guid id, IEventStore store, ProposalWork proposals, TimeProvider clock, CancellationToken ct) =>
            Act(at, id, store, proposals, found => new SubmitProposal(ActingHost.Of(at, found), at.Rules.ProposalsFrom, clock.GetUtcNow()), ct));
        participants.MapPost("proposals/{id:guid}/withdrawal", (
            AtBarcamp at, Guid id, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
            Act(at, id, store, proposals, found => new WithdrawProposal(ActingHost.Of(at, found)), ct));
        participants.MapPost("proposals/{id:guid}/leave", (
            AtBarcamp at, Guid id, IEventStore store, ProposalWork proposals, CancellationToken ct) => at.Who is { } who
            ? Act(at, id, store, proposals, _ => new LeaveAsHost(who.TicketId, who.TicketId), ct)
            : Task.FromResult(PageAnswers.NotFound()));
        var checkedForms = moderators.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        checkedForms.MapPost("proposals/{id:guid}/hide", (
            AtBarcamp at, Guid id, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
            Act(at, id, store, proposals, _ => new HideProposal(), ct));
        checkedForms.MapPost("proposals/{id:guid}/show", (
            AtBarcamp at, Guid id, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
            Act(at, id, store, proposals, _ => new Proposals.ShowProposal(), ct));
    }

    private static async Task<IResult> Act(
        AtBarcamp at, Guid id, IEventStore store, ProposalWork proposals, Func<Proposal, ProposalCommand> command,
        CancellationToken ct)
    {
        if (await ActingHost.Find(store, at, id, ct) is not { } found) return PageAnswers.NotFound();
        var outcome = await proposals.Handle(at, [(id, command(found))], null, ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/proposals/{id}")
            : Results.Extensions.SeeOther(found.MayAct(at.Who?.TicketId) ? $"{at.Url}/proposals/{id}" : $"{at.Url}/proposals");
    }
}
