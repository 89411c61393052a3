using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.ProposingASchedule;
using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.PitchingOnStage;

/// <summary>
/// The moderator's page for the 75 seconds that a pitch has: who is on stage, how many want it, the best three places, who is next.
/// </summary>
public sealed class ShowPitch(
    IEventStore store, Plans plans, StarRows stars, StarCounts counts, Participants participants, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder moderators) => moderators.MapGet("barcamp/pitch", (
        AtBarcamp at, HttpContext http, ShowPitch page, CancellationToken ct) => page.Of(at, http, null, ct));

    /// <summary>Everything that the page shows.</summary>
    /// <param name="Pitching">The stage and its queue.</param>
    /// <param name="Plan">With ideas that have no session yet.</param>
    /// <param name="OnStage">The session or idea on stage, as a session; null for an empty stage.</param>
    /// <param name="Best">The best places for it.</param>
    /// <param name="Taps">How many present people starred it.</param>
    /// <param name="Present">How many are in the house.</param>
    /// <param name="Undo">The move that can be taken back from here.</param>
    public sealed record Stage(
        Pitching Pitching, Plan Plan, PlannedSession? OnStage, IReadOnlyList<CellInsight> Best, int Taps, long Present,
        PastMove? Undo);

    public async Task<IResult> Of(AtBarcamp at, HttpContext http, Refusal? refusal, CancellationToken ct)
    {
        var (pitching, _) = await store.Load(Pitching.Stream(at.Id), Pitching.Decider, ct);
        var (board, _) = await store.Load(Board.Stream(at.Id), Board.Decider, ct);
        var plan = await plans.ForModerators(at, ct);
        var onStage = pitching.OnStage is { } stage
            ? plan.Sessions.FirstOrDefault(session => session.ProposalId == stage.ProposalId) : null;
        IReadOnlyList<CellInsight> best = onStage is null or { State: SessionState.Placed }
            ? []
            : BestCells.Of(onStage.Id, plan, await stars.Of(plan, ct), clock.GetUtcNow());
        var taps = onStage is null ? 0 : (await counts.Of(at.Id, ct)).GetValueOrDefault(onStage.ProposalId)?.People ?? 0;
        var shown = new Stage(
            pitching, plan, onStage, best, taps, await participants.CountPresent(at.Id, ct), board.LastMove(clock.GetUtcNow()));
        return PageAnswers.Own<PitchPage>(http, new { At = at, Now = clock.GetUtcNow(), Shown = shown, Refusal = refusal },
            refusal is null ? 200 : Pages.Status(refusal));
    }
}
