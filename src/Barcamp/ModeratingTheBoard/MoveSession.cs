using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.ModeratingTheBoard;

/// <summary>
/// Every move of the board: place, swap, park, cancel, host missing, repeat, pin, lock, undo. It carries the version that the
/// moderator saw; a paper change carries the time at which it happened.
/// </summary>
public static class MoveSession
{
    public static void Map(IEndpointRouteBuilder moderators) =>
        moderators.MapPost("barcamp/moves", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, IFormCollection typed, HttpContext http, IEventStore store, ShowModeration page, TimeProvider clock,
        CancellationToken ct)
    {
        if (MoveForm.Read(typed, at, clock.GetUtcNow()) is not { } form)
            return await page.Refused(http, at, new SessionNotFound(), null, ct);
        var outcome = await store.Handle((await Work(form, at.Id, store, ct)).By(at.Metadata), ct);
        if (outcome.Refusal is { } refusal) return await page.Refused(http, at, refusal, form, ct);
        return Results.Extensions.SeeOther($"{at.Url}/barcamp{form.Back}");
    }

    /// <summary>An idea that has no session yet becomes one in the same transaction, if it still is open and hosted by the same.</summary>
    private static async Task<Work> Work(MoveForm form, Guid eventId, IEventStore store, CancellationToken ct)
    {
        var work = new Work();
        var (board, _) = await store.Load(Board.Stream(eventId), Board.Decider, ct);
        if (form.Session is { } id && !board.Sessions.ContainsKey(id))
        {
            var (proposal, _) = await store.Load(Proposal.Stream(id), Proposal.Decider, ct);
            if (proposal.EventId != eventId) return work.On(Board.Stream(eventId), Board.Decider, new PinSession(Guid.Empty));
            work.On(Proposal.Stream(id), Proposal.Decider, new MakeSession(proposal.AllHosts));
            work.On(Board.Stream(eventId), Board.Decider, new AcceptSession(id, id, proposal.AllHosts, proposal.Wishes, form.At));
        }

        if (form is { Kind: MoveKind.Repeat, Session: { } repeated } && board.Sessions.TryGetValue(repeated, out var first))
        {
            return work.On(Board.Stream(eventId), Board.Decider,
                new AcceptSession(form.Other!.Value, first.ProposalId, first.Hosts, first.Wishes, form.At, RepeatOf: repeated));
        }

        return work.On(Board.Stream(eventId), Board.Decider, form.Command);
    }
}
