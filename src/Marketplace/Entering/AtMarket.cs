using System.Diagnostics;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Entering;

/// <summary>The event of the URL and who asks: a visitor, an exhibitor or one of its organisers.</summary>
/// <param name="Event">The event.</param>
/// <param name="Organises">May draw, approve and see everything.</param>
/// <param name="Actor">Account id of an organiser.</param>
public sealed record AtMarket(KnownEvent Event, bool Organises, string? Actor)
{
    public string Url => $"/events/{Event.Slug}";

    /// <summary>The public directory.</summary>
    public string Stands => $"{Url}/stands";

    /// <summary>The organiser's pages.</summary>
    public string Market => $"{Url}/market";

    /// <summary>An exhibitor's own pages.</summary>
    public string Exhibit => $"{Url}/exhibit";

    public Say Say => Say.In(Event.TimeZone);

    /// <summary>For the metadata of events: ids only.</summary>
    public Metadata Metadata => new(Activity.Current?.TraceId.ToString(), Actor: Actor);

    /// <summary>Pages of an event for everybody.</summary>
    public static RouteGroupBuilder Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("events/{slug}");
        group.AllowAnonymous().AddEndpointFilter((call, next) => Check(call, next, at => at.Event.Published || at.Organises));
        return group;
    }

    /// <summary>Pages for those who run the event.</summary>
    public static RouteGroupBuilder MapOrganisers(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("events/{slug}/market");
        group.RequireAuthorization(Policies.Organiser).AddEndpointFilter((call, next) => Check(call, next, at => at.Organises));
        return group;
    }

    /// <summary>JSON for organisers.</summary>
    public static RouteGroupBuilder MapApi(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("api/v1/events/{slug}");
        group.RequireAuthorization(Policies.Organiser).AddEndpointFilter((call, next) => Check(call, next, at => at.Organises));
        return group;
    }

    /// <summary>JSON for everybody.</summary>
    public static RouteGroupBuilder MapOpenData(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("api/v1/events/{slug}");
        group.AllowAnonymous().AddEndpointFilter((call, next) => Check(call, next, at => at.Event.Published || at.Organises));
        return group;
    }

    public static async ValueTask<AtMarket?> BindAsync(HttpContext http)
    {
        var found = await http.RequestServices.GetRequiredService<KnownEvents>()
            .BySlug((string)http.GetRouteValue("slug")!, http.RequestAborted);
        if (found is null) return new(KnownEvent.None, false, null);
        var caller = Caller.Of(http.User);
        var organises = caller.IsOrganiser && caller.OrganisationId == found.OrganisationId;
        return new(found, organises, organises ? caller.Actor : null);
    }

    private static async ValueTask<object?> Check(
        EndpointFilterInvocationContext call, EndpointFilterDelegate next, Func<AtMarket, bool> there)
    {
        var http = call.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method)) http.Response.Headers.CacheControl = "no-store";
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) return Results.BadRequest();
        var at = call.Arguments.OfType<AtMarket>().FirstOrDefault() ?? call.Arguments.OfType<AtExhibitor>().Single().At;
        return at.Event.Id != Guid.Empty && there(at) ? await next(call) : PageAnswers.NotFound();
    }
}
