using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Proposing;

/// <summary>Somebody with the secret link becomes a host too, by saying their name and yes.</summary>
public static class CoHosting
{
    public static void Map(IEndpointRouteBuilder participants)
    {
        participants.MapGet("proposals/{id:guid}/join/{token}", Show);
        participants.MapPost("proposals/{id:guid}/join/{token}", Handle);
    }

    public static async Task<IResult> Show(
        AtBarcamp at, Guid id, string token, HttpContext http, IEventStore store, BarcampLinks links, Words words,
        HostNames names, CancellationToken ct)
    {
        if (at.Who is not { } who || !await Right(at, id, token, store, links, ct)) return PageAnswers.NotFound();
        var form = TypedForm.Of("join", new Dictionary<string, string> { ["name"] = (await names.Of(who.TicketId, ct)).Name });
        return await Page(http, at, id, token, words, form, 200, ct);
    }

    public static async Task<IResult> Handle(
        AtBarcamp at, Guid id, string token, HttpContext http, IFormCollection typed, IEventStore store, BarcampLinks links,
        Words words, ProposalWork proposals, CancellationToken ct)
    {
        if (at.Who is not { } who || !await Right(at, id, token, store, links, ct)) return PageAnswers.NotFound();
        var form = TypedForm.Of("join", typed);
        var name = form.Line("name", Shape.Name, ProposingTexts.Of["name.missing"]);
        if (!form.Fits) return await Page(http, at, id, token, words, form, 422, ct);
        var outcome = await proposals.Handle(
            at, [(id, new JoinAsHost(who.TicketId))], commit => commit.Write(new PersonalRow(who.TicketId, at.Id, name)), ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/proposals/{id}")
            : Results.Extensions.SeeOther($"{at.Url}/proposals/{id}");
    }

    private static async Task<bool> Right(AtBarcamp at, Guid id, string token, IEventStore store, BarcampLinks links, CancellationToken ct) =>
        BarcampLinks.Same(token, await links.CoHost(id, ct)) && await ActingHost.Find(store, at, id, ct) is not null;

    private static async Task<IResult> Page(
        HttpContext http, AtBarcamp at, Guid id, string token, Words words, TypedForm form, int status, CancellationToken ct)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return (await words.Texts([id], ct)).GetValueOrDefault(id) is { } text
            ? PageAnswers.Own<JoinPage>(http, new { At = at, text.Title, Form = form, Action = $"{at.Url}/proposals/{id}/join/{token}" }, status)
            : PageAnswers.NotFound();
    }
}
