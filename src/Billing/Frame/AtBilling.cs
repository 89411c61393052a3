using System.Diagnostics;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Billing.Frame;

/// <summary>An organiser who looks after their organisation's money.</summary>
public sealed record AtBilling(Guid OrganisationId, string? Actor)
{
    /// <summary>For the metadata of events: ids only.</summary>
    public Metadata Metadata => new(Activity.Current?.TraceId.ToString(), Actor: Actor);

    public static RouteGroupBuilder Map(IEndpointRouteBuilder routes) => Guarded(routes.MapGroup("billing"))
        .WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static RouteGroupBuilder MapApi(IEndpointRouteBuilder routes) => Guarded(routes.MapGroup("api/v1/billing"));

    public static ValueTask<AtBilling?> BindAsync(HttpContext http) => ValueTask.FromResult<AtBilling?>(
        Caller.Of(http.User) is { IsOrganiser: true, OrganisationId: { } organisation } caller ? new(organisation, caller.Actor)
            : null);

    private static RouteGroupBuilder Guarded(RouteGroupBuilder group)
    {
        group.RequireAuthorization(Policies.Organiser).AddEndpointFilter(async (call, next) =>
        {
            call.HttpContext.Response.Headers.CacheControl = "no-store";
            return call.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } ? Results.BadRequest()
                : call.Arguments.Any(argument => argument is AtBilling) ? await next(call) : PageAnswers.NotFound();
        });
        return group;
    }
}
