using EventOps.Registration.Planning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Registration.Visiting;

/// <summary>The page at the root: what is on.</summary>
public static class ShowHome
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Handle).AllowAnonymous();

    public static async Task<RazorComponentResult<HomePage>> Handle(
        NpgsqlDataSource database, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var events = await EventList.Of(database, null, ct);
        return new(new { Events = events.Where(row => row.EndsAt > now).OrderBy(row => row.StartsAt).ToList() });
    }
}
