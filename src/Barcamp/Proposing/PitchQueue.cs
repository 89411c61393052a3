using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Proposing;

/// <summary>A host lines up for the pitch while a round is open, or leaves the line.</summary>
public static class PitchQueue
{
    public static void Map(IEndpointRouteBuilder participants)
    {
        participants.MapPost("proposals/{id:guid}/queue", (AtBarcamp at, Guid id, IEventStore store, CancellationToken ct) =>
            Handle(at, id, store, host => new JoinQueue(id, host), ct));
        participants.MapPost("proposals/{id:guid}/queue/leave", (AtBarcamp at, Guid id, IEventStore store, CancellationToken ct) =>
            Handle(at, id, store, _ => new LeaveQueue(id), ct));
    }

    private static async Task<IResult> Handle(
        AtBarcamp at, Guid id, IEventStore store, Func<Guid, PitchCommand> command, CancellationToken ct)
    {
        if (await ActingHost.Find(store, at, id, ct) is not { } found) return PageAnswers.NotFound();
        var back = $"{at.Url}/proposals/{id}";
        var by = ActingHost.Of(at, found);
        if (!found.MayAct(by)) return Pages.Refused(new NotYourProposal(), at, back);
        var wanted = command(by ?? found.Hosts[0]);
        if (wanted is JoinQueue
            && (!found.IsOpen || !(await store.Load(Pitching.Stream(at.Id), Pitching.Decider, ct)).State.Open))
            return Results.Extensions.SeeOther(back);
        var outcome = await store.Handle(new Work().On(Pitching.Stream(at.Id), Pitching.Decider, wanted).By(at.Metadata), ct);
        return outcome.Refusal is { } refusal ? Pages.Refused(refusal, at, back) : Results.Extensions.SeeOther(back);
    }
}
