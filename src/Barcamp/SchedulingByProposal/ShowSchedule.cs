using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.SchedulingByProposal;

/// <summary>A proposed schedule to read and to take over part by part, with what it is worth and what is in its way.</summary>
public sealed class ShowSchedule(
    IEventStore store, Plans plans, ProposedSchedules schedules, Participants participants, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder moderators) => moderators.MapGet("barcamp/schedule", (
        AtBarcamp at, HttpContext http, string? mode, string? seed, string? from, long? moved, ShowSchedule page,
        CancellationToken ct) =>
        page.Show(http, at, ScheduleWish.Read(mode, seed, from), moved, null, ct));

    public async Task<IResult> Show(
        HttpContext http, AtBarcamp at, ScheduleWish wish, long? moved, Refusal? refusal, CancellationToken ct)
    {
        var plan = await plans.ForModerators(at, ct);
        var (board, _) = await store.Load(Board.Stream(at.Id), Board.Decider, ct);
        wish = wish with { From = Math.Min(wish.From ?? plan.Version, plan.Version) };
        var proposed = await schedules.Of(at, wish, ct);
        return PageAnswers.Own<SchedulePage>(
            http,
            new
            {
                At = at,
                Plan = plan,
                Wish = wish,
                Proposed = proposed,
                Chains = Chain.Of(proposed, board, clock.GetUtcNow()),
                Present = await participants.CountPresent(at.Id, ct),
                Undo = board.Moves.Find(move => move.Version == moved),
                Refusal = refusal,
            },
            refusal is null ? 200 : Pages.Status(refusal));
    }
}
