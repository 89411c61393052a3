using System.Diagnostics;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Entering;

/// <summary>The event of the URL and who asks: a visitor or one of its organisers.</summary>
/// <param name="Event">The event.</param>
/// <param name="Organises">May build surveys and read every report.</param>
/// <param name="Actor">Account id of an organiser.</param>
public sealed record AtSurveys(KnownEvent Event, bool Organises, string? Actor)
{
    public string Url => $"/events/{Event.Slug}";

    public string Surveys => $"{Url}/surveys";

    public Say Say => Say.In(Event.TimeZone);

    /// <summary>For the metadata of events: ids only, and only of organisers. Whoever answers leaves none.</summary>
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
        var group = routes.MapGroup("events/{slug}");
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

    public static async ValueTask<AtSurveys?> BindAsync(HttpContext http)
    {
        var found = await http.RequestServices.GetRequiredService<KnownEvents>()
            .BySlug((string)http.GetRouteValue("slug")!, http.RequestAborted);
        if (found is null) return new(KnownEvent.None, false, null);
        var caller = Caller.Of(http.User);
        var organises = caller.IsOrganiser && caller.OrganisationId == found.OrganisationId;
        return new(found, organises, organises ? caller.Actor : null);
    }

    private static async ValueTask<object?> Check(
        EndpointFilterInvocationContext call, EndpointFilterDelegate next, Func<AtSurveys, bool> there)
    {
        var http = call.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method)) http.Response.Headers.CacheControl = "no-store";
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) return Results.BadRequest();
        var at = call.Arguments.OfType<AtSurveys>().Single();
        return at.Event.Id != Guid.Empty && there(at) ? await next(call) : PageAnswers.NotFound();
    }
}
