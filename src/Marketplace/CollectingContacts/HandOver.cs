using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.CollectingContacts;

/// <summary>A visitor gives an exhibitor their contact on their own phone, and sees exactly what that is before.</summary>
public static class HandOver
{
    private static readonly LimitedPerAddress s_perAddress = new("contact", 300, TimeSpan.FromMinutes(10));

    public sealed record Tools(IEventStore Store, ContactRows Rows, IServiceProvider Services, TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("stands/{number}/contact",
            async (AtMarket at, string number, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        {
            if (await StandVisitor.Find(at, number, http, ct) is not { } visitor) return PageAnswers.NotFound();
            var given = visitor.Ticket is { } ticket ? await use.Rows.Find(visitor.ExhibitorId, ticket, ct) : null;
            return PageAnswers.Own<HandOverPage>(http, new
            {
                Visitor = visitor,
                Person = await PersonOf(visitor, use, ct),
                IsGiven = given is { WithdrawnAt: null },
            });
        });
        open.MapPost("stands/{number}/contact", async (
            AtMarket at, string number, IFormCollection typed, HttpContext http, [AsParameters] Tools use,
            CancellationToken ct) =>
        {
            if (await StandVisitor.Find(at, number, http, ct) is not { } visitor) return PageAnswers.NotFound();
            // What was read must be what is stored: another exhibitor may have taken the stand over, the words may have changed.
            if (visitor.Ticket is not { } ticket || typed["text"] != Contact.CurrentText
                || typed["exhibitor"] != visitor.ExhibitorId.ToString())
                return Results.Extensions.SeeOther($"{visitor.Url}/contact");
            if (typed["answer"] != "yes") return Results.Extensions.SeeOther($"{visitor.Url}/visit");
            var contact = new Contact(
                visitor.ExhibitorId, ticket, at.Event.Id, use.Clock.GetUtcNow(), Contact.CurrentText, ConsentWay.OnOwnPhone);
            await use.Store.Handle(new Work().Then(commit => commit.Write(contact)), ct);
            return Results.Extensions.SeeOther($"{visitor.Url}/contact");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute(true), s_perAddress);
    }

    private static async Task<KnownPerson?> PersonOf(StandVisitor visitor, Tools use, CancellationToken ct) =>
        visitor.Ticket is not { } ticket ? null
        : (await use.Services.GetRequiredKeyedService<IPeople>(IPeople.Holders).Find([ticket], ct)).GetValueOrDefault(ticket);
}
