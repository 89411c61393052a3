using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace EventOps.Barcamp.SchedulingByProposal;

/// <summary>
/// Takes proposed moves over, all of a form or none: the form holds the moves themselves, so what happens is what was read. A
/// second click finds everything done.
/// </summary>
public static class TakeOver
{
    private const int Most = 1000;

    public static void Map(IEndpointRouteBuilder moderators) =>
        moderators.MapPost("barcamp/schedule/moves", Handle).WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static string Field(Placing to) => $"{to.SessionId}_{to.RoomId}_{to.SlotId}";

    public static async Task<IResult> Handle(
        AtBarcamp at, IFormCollection typed, HttpContext http, IEventStore store, ShowSchedule page, TimeProvider clock,
        CancellationToken ct)
    {
        var wish = ScheduleWish.Read(typed);
        var work = await Work(at.Id, Read(typed["move"]), wish.From ?? 0, clock.GetUtcNow(), store, ct);
        var outcome = await store.Handle(work.By(at.Metadata), ct);
        if (outcome.Refusal is { } refusal) return await page.Show(http, at, wish, null, refusal, ct);
        var moved = outcome.Events.LastOrDefault(recorded => recorded.Event is SessionsMoved)?.Version;
        return Results.Extensions.SeeOther($"{at.Url}/barcamp/schedule{wish.Query}{(moved is null ? "" : $"&moved={moved}")}");
    }

    /// <summary>Ideas without a session become sessions in the same transaction, if they still are open and hosted by the same.</summary>
    private static async Task<Work> Work(
        Guid eventId, IReadOnlyList<Placing> moves, long seen, DateTimeOffset now, IEventStore store, CancellationToken ct)
    {
        var work = new Work();
        var (board, _) = await store.Load(Board.Stream(eventId), Board.Decider, ct);
        foreach (var id in moves.Select(move => move.SessionId).Where(id => !board.Sessions.ContainsKey(id)).Distinct())
        {
            var (proposal, _) = await store.Load(Proposal.Stream(id), Proposal.Decider, ct);
            if (proposal.EventId != eventId) continue; // the board will not know it
            work.On(Proposal.Stream(id), Proposal.Decider, new MakeSession(proposal.AllHosts));
            work.On(Board.Stream(eventId), Board.Decider, new AcceptSession(id, id, proposal.AllHosts, proposal.Wishes, now));
        }

        return work.On(Board.Stream(eventId), Board.Decider, new MoveTogether(moves, seen, now));
    }

    private static List<Placing> Read(StringValues typed) =>
    [
        .. typed.OfType<string>().Take(Most).Select(move => move.Split('_'))
            .Select(ids => ids.Length == 3 && Guid.TryParse(ids[0], out var session) && Guid.TryParse(ids[1], out var room)
                && Guid.TryParse(ids[2], out var slot) ? new Placing(session, room, slot) : new(default, default, default)),
    ];
}
