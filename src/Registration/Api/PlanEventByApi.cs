using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.Api;

/// <summary>Plans a whole event by JSON: each ticket type with a quota of its own.</summary>
public static class PlanEventByApi
{
    private const int MostPlaces = 1_000_000;
    private const int MostTypes = 50;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("events", Handle).RequireAuthorization(Policies.Organiser)
        .Accepts<NewEventBody>("application/json").Produces<EventAnswer>(StatusCodes.Status201Created)
        .ProducesProblem(401).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);

    public static async Task<IResult> Handle(HttpContext http, IEventStore store, EventLookup events, CancellationToken ct)
    {
        if (await Json.Body(http, ApiJson.Default.NewEventBody, ct) is not { } body) return Problems.NotJson();
        var caller = Caller.Of(http.User);
        var errors = new FormErrors();
        var plan = Read(body, caller.OrganisationId!.Value, errors);
        if (errors.Any) return Problems.Of(errors);
        var outcome = await EventPlan.Commit(store, EventPlan.Work(plan, new(Actor: caller.Actor)), ct);
        if (outcome.Refusal is { } refusal) return Problems.Of(refusal);
        var found = await events.FindNewest(plan.Slug, ct)
            ?? throw new InvalidOperationException("An event that was just stored is gone.");
        return Results.Created($"/api/v1/events/{plan.Slug}", await ShowEventByApi.Answer(store, found.Event, ct));
    }

    private static EventPlan Read(NewEventBody body, Guid organisationId, FormErrors errors)
    {
        var shape = new Shape(errors);
        var slug = shape.Line("slug", body.Slug, 80, Texts.Of["shape.json"]);
        if (!Slug.IsValid(slug)) errors.Add("slug", Texts.Of["shape.slug"]);
        if (body.StartsAt is null || body.EndsAt is null) errors.Add("startsAt", Shape.Sentence("shape.moment"));
        else if (body.EndsAt <= body.StartsAt) errors.Add("endsAt", RefusalText.For(new EndsBeforeItStarts(), Texts.Of));
        var zone = body.TimeZone ?? "Europe/Berlin";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) errors.Add("timeZone", Texts.Of["shape.zone"]);
        var types = body.TicketTypes ?? [];
        if (types.Count > MostTypes) errors.Add("ticketTypes", Shape.Sentence("shape.number", 0, MostTypes));
        var quotas = types.Take(MostTypes).Select((type, i) => Type(type, i, shape)).ToList();
        return new(
            Guid.NewGuid(), organisationId, slug,
            EventTexts.Empty with { Name = Both("name", body.Name, shape), Place = shape.Line("place", body.Place, 200) },
            new(body.StartsAt?.ToUniversalTime() ?? default, body.EndsAt?.ToUniversalTime() ?? default, null, zone),
            EventParts.None with
            {
                Rules = SignUpRules.Usual with { ConfirmEmail = body.ConfirmEmail },
                Quotas = [.. quotas.Select(quota => new Quota(quota.PoolId, quota.Type.Name.In("en")))],
                TicketTypes = [.. quotas.Select(quota => quota.Type)],
                Publish = body.Publish,
            },
            quotas.ToDictionary(quota => quota.PoolId, quota => quota.Capacity));
    }

    private static (Guid PoolId, TicketType Type, int Capacity) Type(NewEventBody.NewType type, int index, Shape shape)
    {
        var poolId = Guid.NewGuid();
        var field = $"ticketTypes[{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
        if (type.Capacity is < 0 or > MostPlaces)
            shape.Errors.Add($"{field}.capacity", Shape.Sentence("shape.number", 0, MostPlaces));
        return (poolId, new(Guid.NewGuid(), index + 1, Both($"{field}.name", type.Name, shape), LocalizedText.Empty, (index % 6) + 1, [poolId]), type.Capacity);
    }

    private static LocalizedText Both(string field, LocalizedText? text, Shape shape)
    {
        var (de, en) = (shape.Line($"{field}.de", text?.De, Shape.Name), shape.Line($"{field}.en", text?.En, Shape.Name));
        if (de.Length + en.Length == 0) shape.Errors.Add(field, Texts.Of["shape.name"]);
        return new(de, en);
    }
}
