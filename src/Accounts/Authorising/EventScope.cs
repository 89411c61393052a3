using EventOps.Accounts.Hearing;
using EventOps.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.Authorising;

/// <summary>
/// Keeps a scanner at its event wherever the URL names one by <c>{slug}</c>. The endpoint checks the event itself with
/// <see cref="Caller.MaySee"/>; this is the net below, for the endpoint that forgets.
/// </summary>
public sealed class EventScope(KnownEvents events) : AuthorizationHandler<EventScope.Requirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        var caller = Caller.Of(context.User);
        var slug = (context.Resource as HttpContext)?.GetRouteValue("slug") as string;
        if (caller.IsOrganiser || slug is null || caller.OrganisationId is not { } organisation
            || await events.BySlug(organisation, slug) is not { } known || caller.MaySee(organisation, known.Id))
            context.Succeed(requirement);
    }

    public sealed class Requirement : IAuthorizationRequirement;
}
