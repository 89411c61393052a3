using System.Diagnostics;
using EventOps.Barcamp.Barcamps;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp.Entering;

/// <summary>The barcamp of the URL and who asks: a visitor, a participant with a ticket, a moderator, an organiser.</summary>
/// <param name="Event">Its event.</param>
/// <param name="Barcamp">Its rules as they are now.</param>
/// <param name="Who">The participant that this browser belongs to, or null.</param>
/// <param name="Moderates">May change the board: an organiser, or somebody with the moderators' link.</param>
/// <param name="Organises">May set it up.</param>
/// <param name="Actor">Account id of an organiser.</param>
public sealed record AtBarcamp(
    KnownEvent Event, Barcamps.Barcamp Barcamp, Participants.Participant? Who, bool Moderates, bool Organises, string? Actor)
{
    // Public pages may see rules this much late; whoever moderates sees them as they are.
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(1);

    public Guid Id => Event.Id;

    public string Url => $"/events/{Event.Slug}";

    public string Board => $"{Url}/board";

    public Say Say => Say.In(Event.TimeZone);

    public BarcampRules Rules => Barcamp.Rules;

    public string Title => Rules.Title.IsEmpty ? Event.Name.ToString() : Rules.Title.ToString();

    /// <summary>Who acts on a proposal: the participant, or null for a moderator.</summary>
    public Guid? By => Who?.TicketId;

    /// <summary>For the metadata of events: ids only.</summary>
    public Metadata Metadata =>
        new(Activity.Current?.TraceId.ToString(), Actor: Actor ?? Who?.TicketId.ToString() ?? (Moderates ? "moderator" : null));

    /// <summary>A barcamp as anybody sees it: for what is made outside of any request.</summary>
    public static AtBarcamp ForAll(KnownEvent found, Barcamps.Barcamp barcamp) => new(found, barcamp, null, false, false, null);

    /// <summary>Pages below /events/{slug} for everybody; those of an event without a barcamp do not exist.</summary>
    public static RouteGroupBuilder Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("events/{slug}");
        group.AllowAnonymous().AddEndpointFilter((call, next) => Check(
            call, next, at => at.Barcamp.Planned && (at.Event.Published || at.Moderates)));
        return group;
    }

    /// <summary>Pages for people with a ticket; who has shown none is told how.</summary>
    public static RouteGroupBuilder MapParticipants(IEndpointRouteBuilder routes)
    {
        var group = Map(routes).MapGroup("");
        group.AddEndpointFilter(async (call, next) => call.Arguments.OfType<AtBarcamp>().Single() is { Who: null, Moderates: false } at
            ? new RazorComponentResult<WithTicketPage>(new { At = at }) { StatusCode = StatusCodes.Status403Forbidden }
            : await next(call));
        return group;
    }

    /// <summary>Pages for moderators.</summary>
    public static RouteGroupBuilder MapModerators(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("events/{slug}");
        group.AllowAnonymous().AddEndpointFilter(async (call, next) =>
            call.Arguments.OfType<AtBarcamp>().Single() is { Moderates: false, Barcamp.Planned: true } && call.HttpContext.User.Identity?.IsAuthenticated != true
                ? Results.Challenge() // an organiser who is signed out
                : await Check(call, next, at => at is { Moderates: true, Barcamp.Planned: true }));
        return group;
    }

    /// <summary>JSON for everybody; what does not exist is a problem+json.</summary>
    public static RouteGroupBuilder MapApi(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("api/v1/events/{slug}");
        group.AllowAnonymous().AddEndpointFilter(async (call, next) =>
            call.Arguments.OfType<AtBarcamp>().Single() is { Barcamp.Planned: true } at && (at.Event.Published || at.Organises)
                ? await next(call)
                : Pages.Problem(new BarcampNotFound(), null));
        return group;
    }

    /// <summary>Pages for organisers, also before there is a barcamp.</summary>
    public static RouteGroupBuilder MapOrganisers(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("events/{slug}");
        group.RequireAuthorization(Policies.Organiser).AddEndpointFilter((call, next) => Check(call, next, at => at.Organises));
        return group;
    }

    public static async ValueTask<AtBarcamp?> BindAsync(HttpContext http)
    {
        var (services, ct) = (http.RequestServices, http.RequestAborted);
        var store = services.GetRequiredService<IEventStore>();
        if (await services.GetRequiredService<KnownEvents>().BySlug((string)http.GetRouteValue("slug")!, ct) is not { } found)
            return new(
                new(Guid.Empty, Guid.Empty, "", LocalizedText.Empty, default, default, "UTC", false, []),
                Barcamps.Barcamp.Decider.Initial, null, false, false, null);
        var caller = Caller.Of(http.User);
        var organises = caller.IsOrganiser && caller.OrganisationId == found.OrganisationId;
        var barcamp = organises
            ? (await store.Load(Barcamps.Barcamp.Stream(found.Id), Barcamps.Barcamp.Decider, ct)).State
            : await store.Recall(Barcamps.Barcamp.Stream(found.Id), Barcamps.Barcamp.Decider, s_maxAge, ct);
        return new(
            found, barcamp, await services.GetRequiredService<Participants>().Of(http, found.Id, ct),
            organises || services.GetRequiredService<ModeratorCookie>().Is(http, found.Id, barcamp.ModeratorLink), organises,
            organises ? caller.Actor : null);
    }

    private static async ValueTask<object?> Check(
        EndpointFilterInvocationContext call, EndpointFilterDelegate next, Func<AtBarcamp, bool> there)
    {
        var http = call.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method)) http.Response.Headers.CacheControl = "no-store";
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) return Results.BadRequest();
        var at = call.Arguments.OfType<AtBarcamp>().Single();
        if (at.Event.Id != Guid.Empty && there(at)) return await next(call);
        return new RazorComponentResult<NotFoundPage> { StatusCode = StatusCodes.Status404NotFound };
    }
}
