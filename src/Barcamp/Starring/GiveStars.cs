using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Starring;

/// <summary>Gives or takes one star: a wish that can be sent as often as one likes. Leads back to where the button was.</summary>
public static class GiveStars
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder participants) => participants.MapPost("board/stars", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, IFormCollection typed, Stars stars, IEventStore store, CancellationToken ct)
    {
        if (at.Who is not { } who) return PageAnswers.NotFound();
        var back = Back(at, typed["back"]);
        var give = typed.ContainsKey("give");
        if (!Guid.TryParse(typed[give ? "give" : "take"], out var id)) return Results.Extensions.SeeOther(back);
        var proposal = await store.Recall(Proposal.Stream(id), Proposal.Decider, s_maxAge, ct);
        // Who starred a part of it wants the whole; a star on it goes with the last of them.
        if (proposal.EventId != at.Id || (give && !proposal.IsOpen)) return Pages.Refused(new ProposalNotFound(), at, back);
        if (await stars.Set(at.Id, id, who.TicketId, give, at.Rules.StarsEach, ct) == Stars.Answer.BudgetSpent)
            return Pages.Refused(new BudgetSpent(at.Rules.StarsEach!.Value), at, back);
        foreach (var part in give ? [] : proposal.TakenIn.Keys)
            await stars.Set(at.Id, part, who.TicketId, give: false, at.Rules.StarsEach, ct);
        return Results.Extensions.SeeOther(back);
    }

    // Only to pages of this barcamp: anything else could be somebody's trap.
    private static string Back(AtBarcamp at, string? wanted) => wanted is not null
        && (wanted.StartsWith($"{at.Board}?", StringComparison.Ordinal) || wanted == at.Board
            || wanted.StartsWith($"{at.Board}/agenda", StringComparison.Ordinal)
            || wanted.StartsWith($"{at.Url}/proposals", StringComparison.Ordinal)) && !wanted.Contains("..",
            StringComparison.Ordinal)
        ? wanted : at.Board;
}

/// <summary>All stars of a person are given.</summary>
public sealed record BudgetSpent(int Stars) : Refusal;
