using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.VisitingStands;

/// <summary>"I was here": a visitor lets a stand count them, once and without a name.</summary>
public static class CountVisit
{
    // A hall is one address: so many at once, then one a second.
    private static readonly LimitedPerAddress s_perAddress = new("visit", 600, TimeSpan.FromMinutes(10));

    public sealed record Tools(IEventStore Store, VisitKeys Keys, Visits Visits, TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("stands/{number}/visit",
            async (AtMarket at, string number, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        {
            if (await StandVisitor.Find(at, number, http, ct) is not { } visitor) return PageAnswers.NotFound();
            var isCounted = visitor.Ticket is { } ticket && (await use.Visits.Of(
                await use.Keys.Of(at.Event.Id, ticket, [visitor.Stand.Id], ct), ct)).Count > 0;
            return PageAnswers.Own<VisitPage>(
                http, new { Visitor = visitor, Time = TimeOf(at, use.Clock.GetUtcNow()), IsCounted = isCounted });
        });
        open.MapPost("stands/{number}/visit",
            async (AtMarket at, string number, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        {
            if (await StandVisitor.Find(at, number, http, ct) is not { } visitor) return PageAnswers.NotFound();
            var now = use.Clock.GetUtcNow();
            if (visitor.Ticket is { } ticket && TimeOf(at, now) == VisitTime.Now)
            {
                var mark = await use.Keys.Of(at.Event.Id, ticket, visitor.Stand.Id, ct);
                await use.Store.Handle(
                    new Work().Then(commit => commit.Write(VisitRow.At(now, at.Event.Id, visitor.Stand.Id, mark))), ct);
            }

            return Results.Extensions.SeeOther($"{visitor.Url}/visit");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute(true), s_perAddress);
    }

    private static VisitTime TimeOf(AtMarket at, DateTimeOffset now) =>
        now < at.Event.StartsAt ? VisitTime.Early : now < at.Event.EndsAt ? VisitTime.Now : VisitTime.Over;
}

/// <summary>Whether visits count at this moment: afterwards nothing is left that could tell one visitor from another.</summary>
public enum VisitTime
{
    Early,
    Now,
    Over,
}
