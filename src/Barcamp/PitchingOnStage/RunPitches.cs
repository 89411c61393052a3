using System.Globalization;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.PitchingOnStage;

/// <summary>What a moderator does on stage: open the round, call, count hands, send back, finish.</summary>
public static class RunPitches
{
    public static void Map(IEndpointRouteBuilder moderators) => moderators.MapPost("barcamp/pitch", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, IFormCollection typed, HttpContext http, IEventStore store, ShowPitch page, TimeProvider clock,
        CancellationToken ct)
    {
        var id = Guid.TryParse(typed["proposal"], out var proposal) ? proposal : (Guid?)null;
        PitchCommand? command = (string?)typed["do"] switch
        {
            "open" => new OpenRound(),
            "close" => new CloseRound(),
            "next" => new CallNext(Guid.TryParse(typed["seen"], out var seen) ? seen : null, clock.GetUtcNow()),
            "call" when id is { } wanted => await Call(at, wanted, store, clock, ct),
            "leave" when id is { } leaves => new LeaveStage(leaves),
            "back" when id is { } back => new SendBack(back),
            "drop" when id is { } drops => new LeaveQueue(drops),
            "hands" when id is { } counted => new CountHands(
                counted,
                int.TryParse(typed["hands"], NumberStyles.None, CultureInfo.InvariantCulture, out var hands) ? hands : -1),
            _ => null,
        };
        if (command is null) return await page.Of(at, http, new ProposalNotFound(), ct);
        var outcome = await store.Handle(new Work().By(at.Metadata).On(Pitching.Stream(at.Id), Pitching.Decider, command), ct);
        return outcome.Refusal is { } refusal
            ? await page.Of(at, http, refusal, ct)
            : Results.Extensions.SeeOther($"{at.Url}/barcamp/pitch");
    }

    // Out of turn, or somebody who never joined the queue: their first host stands on stage.
    private static async Task<PitchCommand?> Call(
        AtBarcamp at, Guid id, IEventStore store, TimeProvider clock, CancellationToken ct)
    {
        var (proposal, _) = await store.Load(Proposal.Stream(id), Proposal.Decider, ct);
        return proposal.EventId == at.Id && proposal.IsOpen
            ? new CallProposal(id, proposal.AllHosts[0], clock.GetUtcNow()) : null;
    }
}
