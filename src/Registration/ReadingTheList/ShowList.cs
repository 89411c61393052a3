using EventOps.Registration.Planning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.ReadingTheList;

/// <summary>Who comes: the list with search, filters and parts.</summary>
public static class ShowList
{
    public static void Map(IEndpointRouteBuilder own) => own.MapGet("attendees", Handle);

    public static async Task<IResult> Handle(
        Organised at, HttpContext http, AttendeeReader list, AttendeeCounts counts, CancellationToken ct)
    {
        var query = ListQuery.Of(http.Request.Query);
        return new RazorComponentResult<ListPage>(new
        {
            At = at,
            Query = query,
            Part = await list.Of(at.Id, query, ct),
            Counts = await counts.Of(at.Id, ct),
        });
    }
}
