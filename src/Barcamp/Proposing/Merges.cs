using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Proposing;

/// <summary>Two ideas become one: one side offers, the other says yes or no, and either may part again.</summary>
public static class Merges
{
    public static void Map(IEndpointRouteBuilder participants)
    {
        participants.MapPost("proposals/{id:guid}/offers", Offer);
        participants.MapPost("proposals/{id:guid}/offers/{into:guid}/withdraw", (
            AtBarcamp at, Guid id, Guid into, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
            Both(at, id, into, store, proposals, (mine, _) => mine.MayAct(ActingHost.Of(at, mine)) ? [(id, new EndMergeOffer(into))] : null, ct));
        participants.MapPost("proposals/{id:guid}/parts/{other:guid}", (
            AtBarcamp at, Guid id, Guid other, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
            Both(at, id, other, store, proposals, (mine, part) =>
                [(other, new AcceptMerge(id)), (id, new TakeIn(ActingHost.Of(at, mine), other, part.Hosts))], ct));
        participants.MapPost("proposals/{id:guid}/parts/{other:guid}/decline", (
            AtBarcamp at, Guid id, Guid other, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
            Both(at, id, other, store, proposals, (mine, _) => mine.MayAct(ActingHost.Of(at, mine)) ? [(other, new EndMergeOffer(id))] : null, ct));
        participants.MapPost("proposals/{id:guid}/parts/{other:guid}/release", (
            AtBarcamp at, Guid id, Guid other, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
            Both(at, id, other, store, proposals, (mine, _) =>
                [(other, new EndMerge(id)), (id, new LetGo(ActingHost.Of(at, mine), other))], ct));
    }

    private static Task<IResult> Offer(AtBarcamp at, Guid id, IFormCollection typed, IEventStore store, ProposalWork proposals, CancellationToken ct) =>
        !Guid.TryParse(typed["into"], out var into) ? Task.FromResult(PageAnswers.NotFound())
        : into == id ? Task.FromResult(Pages.Refused(new CannotMergeWithItself(), at, $"{at.Url}/proposals/{id}"))
        : Both(at, id, into, store, proposals, (mine, other) =>
            other.IsOpen ? [(id, new OfferMerge(ActingHost.Of(at, mine), into))] : null, ct);

    // The first is the one whose page was open. Commands are null where this is not for the one who asks.
    private static async Task<IResult> Both(
        AtBarcamp at, Guid id, Guid otherId, IEventStore store, ProposalWork proposals,
        Func<Proposal, Proposal, IReadOnlyList<(Guid, ProposalCommand)>?> commands, CancellationToken ct)
    {
        if (await ActingHost.Find(store, at, id, ct) is not { } mine
            || await ActingHost.Find(store, at, otherId, ct) is not { } other)
            return PageAnswers.NotFound();
        var outcome = commands(mine, other) is { } wanted ? await proposals.Handle(at, wanted, null, ct) : null;
        return outcome is { Refusal: null }
            ? Results.Extensions.SeeOther($"{at.Url}/proposals/{id}")
            : Pages.Refused(outcome?.Refusal ?? new NotYourProposal(), at, $"{at.Url}/proposals/{id}");
    }
}
