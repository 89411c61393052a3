using EventOps.EventStore;
using EventOps.Marketplace.CollectingContacts;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.VisitingStands;

/// <summary>What a visitor left at stands, and how to take it back: reached from the ticket.</summary>
public static class MyVisits
{
    public sealed record Tools(
        IEventStore Store, Participants Participants, VisitKeys Keys, Visits Visits, ContactRows Contacts, ExhibitorNames Names,
        TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("my-visits/with-ticket/{token}",
            async (AtMarket at, string token, HttpContext http, Participants participants, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            if (await participants.Open(at.Event.Id, token, ct) is not { } ticket)
                return new RazorComponentResult<NeedsTicketPage>(new { At = at }) { StatusCode = StatusCodes.Status404NotFound };
            participants.Remember(http, at.Event.Id, ticket);
            return Results.Extensions.SeeOther($"{at.Url}/my-visits");
        });
        open.MapGet("my-visits", Show);
        var posts = open.MapGroup("my-visits").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        posts.MapPost("visits/{stand:guid}/removal",
            async (AtMarket at, Guid stand, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        {
            if (await use.Participants.Of(http, at.Event.Id, ct) is { } ticket)
            {
                var marks = (await use.Keys.Of(at.Event.Id, ticket, [stand], ct)).Values.ToList();
                await use.Store.Handle(new Work().Then(commit => commit.Write(new ForgottenVisits(marks))), ct);
            }

            return Results.Extensions.SeeOther($"{at.Url}/my-visits?done=removed");
        });
        posts.MapPost("contacts/{exhibitor:guid}/withdrawal", async (
            AtMarket at, Guid exhibitor, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        {
            if (await use.Participants.Of(http, at.Event.Id, ct) is { } ticket)
            {
                var withdrawn = new WithdrawnContact(exhibitor, ticket, use.Clock.GetUtcNow());
                await use.Store.Handle(new Work().Then(commit => commit.Write(withdrawn)), ct);
            }

            return Results.Extensions.SeeOther($"{at.Url}/my-visits?done=withdrawn");
        });
        posts.MapPost("leave", (AtMarket at, HttpContext http, Participants participants) =>
        {
            participants.Forget(http, at.Event.Id);
            return Results.Extensions.SeeOther(at.Url);
        });
    }

    private static async Task<IResult> Show(
        AtMarket at, string? done, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (await use.Participants.Of(http, at.Event.Id, ct) is not { } ticket) return PageAnswers.Own<NeedsTicketPage>(
            http, new { At = at });
        var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        var names = await use.Names.Of(at.Event.Id, ct);
        var visits = await use.Visits.Of(await use.Keys.Of(at.Event.Id, ticket, plan.Stands.Select(stand => stand.Id), ct), ct);
        return PageAnswers.Own<MyVisitsPage>(http, new
        {
            At = at,
            Visits = visits.Select(visit => (visit.StandId, plan.Stands.Find(visit.StandId)?.Number ?? "?", visit.Hour)).ToList(),
            Contacts = (await use.Contacts.OfTicket(at.Event.Id, ticket, ct))
                .Select(contact => (contact, names.GetValueOrDefault(contact.ExhibitorId, "?"))).ToList(),
            IsOver = use.Clock.GetUtcNow() >= at.Event.EndsAt,
            Done = done is "removed" or "withdrawn" ? done : null,
        });
    }
}
