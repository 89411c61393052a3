using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.Planning;

/// <summary>A new event from the few things that one knows at the start; it comes with one quota and one ticket type.</summary>
public static class PlanAnEvent
{
    public const int LongestSlug = 60;

    private static readonly TextSource T = PlanningTexts.Of;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var organiser = routes.MapGroup("/events/new").RequireAuthorization(Policies.Organiser);
        organiser.MapGet("", (HttpContext http, FormKeys keys) => Show(http, TypedForm.Of("new", Usual), keys.Issue(), 200));
        organiser.MapPost("", Handle).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
    }

    private static Dictionary<string, string> Usual => new()
    {
        ["start"] = "09:00",
        ["end"] = "17:00",
        ["zone"] = "Europe/Berlin",
        ["places"] = "100",
    };

    public static async Task<IResult> Handle(
        HttpContext http, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct)
    {
        var form = TypedForm.Of("new", typed);
        var caller = Caller.Of(http.User);
        var name = form.Both("name", Shape.Name, T["name.missing"], T["name.missing.en"]);
        var slug = form.Line("slug", LongestSlug);
        if (slug.Length > 0 && !Slug.IsValid(slug)) form.Wrong("slug", T["slug.wrong"]);
        var times = TimesForm.Read(form);
        var place = form.Line("place", Shape.Title, T["place.missing"]);
        var places = form.Number("places", 1, 100_000);
        if (keys.Read(typed["key"]) is not { } key) form.Wrong("name.de", T["form.old"]);
        else if (form.Fits)
        {
            var texts = EventTexts.Empty with { Name = name, Place = place };
            var outcome = await Store(store, key.Id, caller, slug, texts, times!, places, ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther(await Way(store, key.Id, ct));
            form.Refused(outcome.Refusal is SlugTaken ? "slug" : "name.de", outcome.Refusal);
        }

        return Show(
            http, form, keys.Read(typed["key"]) is null ? keys.Issue() : typed["key"]!, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Outcome> Store(
        IEventStore store, Guid id, Caller caller, string typed, EventTexts texts, EventTimes times, int places,
        CancellationToken ct)
    {
        var made = Slug.From(texts.Name.De) is var proposal && Slug.IsValid(proposal) ? proposal : "event";
        for (var attempt = 1; ; attempt++)
        {
            var slug = typed.Length > 0 ? typed : attempt == 1 ? made : $"{made}-{attempt}";
            var plan = FirstPlan.Of(id, caller.OrganisationId!.Value, slug, texts, times, places);
            var outcome = await EventPlan.Commit(store, EventPlan.Work(plan, new(Actor: caller.Actor)), ct);
            if (outcome.Refusal is not SlugTaken || typed.Length > 0 || attempt == 20) return outcome;
        }
    }

    private static async Task<string> Way(IEventStore store, Guid id, CancellationToken ct) =>
        $"/events/{(await store.Load(Event.Stream(id), Event.Decider, ct)).State.Slug}/setup";

    private static RazorComponentResult<NewEventPage> Show(HttpContext http, TypedForm form, string key, int status)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new(new { Form = form, Key = key }) { StatusCode = status };
    }
}
