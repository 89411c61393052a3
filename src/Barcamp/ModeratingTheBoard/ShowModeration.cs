using EventOps.Barcamp.Boards;
using EventOps.Barcamp.CountingRooms;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.WatchingTheBoard;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.ModeratingTheBoard;

/// <summary>The board as moderators see it: every card can be moved, the parking lot beside it, the last move can be undone.</summary>
public sealed class ShowModeration(IEventStore store, Plans plans, RoomCrowds crowds, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder moderators)
    {
        moderators.MapGet("barcamp", (AtBarcamp at, HttpContext http, DateOnly? day, ShowModeration page, CancellationToken ct) =>
            page.Show(http, at, day, null, null, ct));
        moderators.MapGet("barcamp/sessions/{id:guid}", ShowMove.Handle);
        moderators.MapGet("barcamp/sessions/{id:guid}/insight", ShowMove.Insight);
    }

    public async Task<IResult> Show(
        HttpContext http, AtBarcamp at, DateOnly? day, Refusal? refusal, MoveForm? form, CancellationToken ct)
    {
        var plan = await plans.ForModerators(at, ct);
        var (board, _) = await store.Load(Board.Stream(at.Id), Board.Decider, ct);
        return PageAnswers.Own<ModerationPage>(
            http,
            new
            {
                At = at,
                Plan = plan,
                Day = day ?? Today(plan, at),
                Look = BoardLook.ForAll(at, clock.GetUtcNow()) with { Crowd = await crowds.Of(at.Id, ct) },
                Undo = board.LastMove(clock.GetUtcNow()),
                Refusal = refusal,
                Form = form,
            },
            refusal is null ? 200 : Pages.Status(refusal));
    }

    public Task<IResult> Refused(HttpContext http, AtBarcamp at, Refusal refusal, MoveForm? form, CancellationToken ct) =>
        Show(http, at, null, refusal, form, ct);

    private DateOnly Today(Plan plan, AtBarcamp at)
    {
        var today = DateOnly.FromDateTime(at.Say.Local(clock.GetUtcNow()));
        return plan.Days is [var first, ..] && !plan.Days.Contains(today) ? first : today;
    }
}
