using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Markets;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.ManagingTheTeam;

/// <summary>Who works at an exhibitor's stands: each of them gets a ticket, as many as the bookings bring.</summary>
public static class ManageTeam
{
    private static readonly TextSource T = TeamTexts.Of;

    public sealed record Tools(IEventStore Store, TeamRows Rows, Contingent Contingent, FormKeys Keys, IServiceProvider Services);

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("team",
            (AtExhibitor who, string? done, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            Show(who, Empty(), use.Keys.Issue(), done is "added" or "saved" or "removed" ? done : null, http, use, 200, ct));
        exhibitors.MapGet("team/{id:guid}",
            async (AtExhibitor who, Guid id, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            await Find(who, id, use, ct) is { } person
                ? PageAnswers.Own<PersonPage>(http, new { Who = who, Id = id, Form = Standing(person) }) : PageAnswers.NotFound());
        var posts = exhibitors.MapGroup("team").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        posts.MapPost("", Add);
        posts.MapPost("{id:guid}", Correct);
        posts.MapPost("{id:guid}/removal", Remove);
    }

    private static async Task<IResult> Add(
        AtExhibitor who, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var form = TypedForm.Of("person", typed);
        var key = use.Keys.Read(typed["key"]);
        if (key is null) form.Wrong("given", T["again"]);
        var person = Read(form, who, key?.Id ?? Guid.Empty);
        if (form.Fits)
        {
            var (_, most) = await Terms(who, use, ct);
            var work = new Work().By(who.At.Metadata).On(
                Exhibitor.Stream(who.Id), Exhibitor.Decider, new AddToTeam(person.PersonId, most))
                .Then(commit =>
                {
                    if (commit.Events.Count > 0) commit.Write(person); // sent twice
                });
            if ((await use.Store.Handle(work, ct)).Refusal is not { } refusal) return Results.Extensions.SeeOther(
                $"{who.Url}/team?done=added");
            form.Refused("given", refusal, Texts.Of);
        }

        return await Show(who, form, key is null ? use.Keys.Issue() : typed["key"].ToString(), null, http, use, 422, ct);
    }

    private static async Task<IResult> Correct(
        AtExhibitor who, Guid id, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (await Find(who, id, use, ct) is not { } known) return PageAnswers.NotFound();
        var form = TypedForm.Of("person", typed);
        var person = Read(form, who, id);
        if (!form.Fits) return PageAnswers.Own<PersonPage>(http, new { Who = who, Id = id, Form = form }, 422);
        if (person == known) return Results.Extensions.SeeOther($"{who.Url}/team");
        var work = new Work().By(who.At.Metadata).On(Exhibitor.Stream(who.Id), Exhibitor.Decider, new CorrectTeam(id))
            .Then(commit => commit.Write(person));
        return (await use.Store.Handle(work, ct)).Refusal is { } refusal
            ? Pages.Refused(refusal, who.At, $"{who.Url}/team") : Results.Extensions.SeeOther($"{who.Url}/team?done=saved");
    }

    private static async Task<IResult> Remove(AtExhibitor who, Guid id, [AsParameters] Tools use, CancellationToken ct)
    {
        if (!who.Exhibitor.Team.Contains(id)) return Results.Extensions.SeeOther($"{who.Url}/team");
        await use.Store.Handle(new Work().By(who.At.Metadata)
            .On(Exhibitor.Stream(who.Id), Exhibitor.Decider, new RemoveFromTeam(id))
            .Then(commit => commit.Write(new LeftTeam(id))), ct);
        return Results.Extensions.SeeOther($"{who.Url}/team?done=removed");
    }

    private static async Task<IResult> Show(
        AtExhibitor who, TypedForm form, string key, string? done, HttpContext http, Tools use, int status, CancellationToken ct)
    {
        var (terms, most) = await Terms(who, use, ct);
        var people = await use.Rows.Of(who.Id, ct);
        var holders = await use.Services.GetRequiredKeyedService<IPeople>(IPeople.Holders).Find(who.Exhibitor.Team, ct);
        var view = new TeamView(most, terms.TicketTypeId is not null, [.. who.Exhibitor.Team.Select((id, at) =>
            (id, people.GetValueOrDefault(id), at >= most ? TicketWord.Over : holders.ContainsKey(id) ? TicketWord.Sent
                : TicketWord.Missing))]);
        return PageAnswers.Own<TeamPage>(http, new { Who = who, View = view, Form = form, Key = key, Done = done }, status);
    }

    private static async Task<(MarketTerms Terms, int Most)> Terms(AtExhibitor who, Tools use, CancellationToken ct)
    {
        var (market, _) = await use.Store.Load(Market.Stream(who.At.Event.Id), Market.Decider, ct);
        return (market.Terms, await use.Contingent.Of(who.Exhibitor, market.Terms, ct));
    }

    private static async Task<TeamRow?> Find(AtExhibitor who, Guid id, Tools use, CancellationToken ct) =>
        who.Exhibitor.Team.Contains(id) ? (await use.Rows.Of(who.Id, ct)).GetValueOrDefault(id) : null;

    private static TeamRow Read(TypedForm form, AtExhibitor who, Guid id) => new(
        id, who.Id, who.At.Event.Id, form.Line("given", Shape.Name, T["given.missing"]),
        form.Line("family", Shape.Name, T["family.missing"]),
        form.Address("email", T["email.missing"]), form["language"] == "en" ? "en" : "de");

    private static TypedForm Empty() =>
        TypedForm.Of("person", new Dictionary<string, string> { ["language"] = Language.Current.Code });

    private static TypedForm Standing(TeamRow person) => TypedForm.Of("person", new Dictionary<string, string>
    {
        ["given"] = person.GivenName,
        ["family"] = person.FamilyName,
        ["email"] = person.Email,
        ["language"] = person.Language,
    });
}

/// <summary>How it stands with somebody's ticket.</summary>
public enum TicketWord
{
    /// <summary>Their ticket is valid.</summary>
    Sent,

    /// <summary>Not yet, or given back.</summary>
    Missing,

    /// <summary>The bookings bring fewer tickets than there are people.</summary>
    Over,
}

/// <summary>A team as its exhibitor sees it.</summary>
/// <param name="Most">How many tickets the bookings bring.</param>
/// <param name="HasType">Whether the organiser has said what tickets they are.</param>
/// <param name="People">In the order in which they came; null: the name was erased.</param>
public sealed record TeamView(int Most, bool HasType, IReadOnlyList<(Guid Id, TeamRow? Person, TicketWord Ticket)> People);
