using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.WatchingTheBoard;
using EventOps.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Proposing;

/// <summary>All open proposals, to search, sort and star; a participant's own drafts on top.</summary>
public static class ShowProposals
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("proposals", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, string? q, string? tag, string? sort, HttpContext http, Ideas ideas, Stars stars, StarCounts counts,
        IEventStore store, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var look = BoardLook.ForAll(at, now);
        if (at.Who is { } who) look = look with { Me = who.TicketId, Starred = await stars.Of(at.Id, who.TicketId, ct) };
        http.Response.Headers.CacheControl = at.Who is null && !at.Moderates ? "no-cache" : "no-store";
        return new RazorComponentResult<ProposalsPage>(new
        {
            At = at,
            All = await ideas.Of(at.Id, ct),
            Search = IdeaSearch.Of(q, tag, sort),
            Counts = await counts.Of(at.Id, ct),
            Blind = await Blindness.Of(at, store, ct),
            Look = look,
            Now = now,
        });
    }
}

/// <summary>Which proposals nobody may see stars of yet.</summary>
internal static class Blindness
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMilliseconds(500);

    public static async ValueTask<Func<Guid, bool>> Of(AtBarcamp at, IEventStore store, CancellationToken ct)
    {
        if (!at.Rules.BlindUntilPitch) return _ => false;
        var pitched = (await store.Recall(Pitching.Stream(at.Id), Pitching.Decider, s_maxAge, ct)).Pitched;
        return id => !pitched.Contains(id);
    }
}
