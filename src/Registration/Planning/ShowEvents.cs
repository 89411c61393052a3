using EventOps.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Registration.Planning;

/// <summary>The organiser's own events, what comes next on top.</summary>
public static class ShowEvents
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/events", Handle).RequireAuthorization(Policies.Organiser);

    public static async Task<IResult> Handle(
        HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var now = clock.GetUtcNow();
        var events = Caller.Of(http.User).OrganisationId is { } organisation
            ? await EventList.Of(database, organisation, ct) : [];
        return new RazorComponentResult<EventsPage>(new
        {
            Coming = events.Where(e => e.EndsAt >= now).OrderBy(e => e.StartsAt).ToList(),
            Past = events.Where(e => e.EndsAt < now).ToList(),
        });
    }
}
