using EventOps.Contracts;
using EventOps.Registration.Planning;
using EventOps.Registration.WatchingTheGate;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Registration.CheckingIn;

/// <summary>What the scanner's pages have in common: who may open them, which gate they stand at, how they answer.</summary>
public sealed class Doors(EventLookup events, ArrivalReader arrivals, TimeProvider clock)
{
    /// <summary>For staff only, with the camera.</summary>
    public static void AreForStaff(IEndpointConventionBuilder endpoint) =>
        endpoint.RequireAuthorization(Policies.Scanner).WithMetadata(new AllowsCamera());

    /// <summary>The door of this request, or null where the event is not the caller's.</summary>
    public async ValueTask<Door?> Open(HttpContext http, string slug, string? gate, string? type, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var caller = Caller.Of(http.User);
        if (await Door.Open(events, slug, caller, gate, type, clock.GetUtcNow(), ct) is not { } door) return null;
        var @event = door.Place.Event;
        return http.Request.IsFragment()
            ? door
            : door with { Figures = await arrivals.Of(door.Place.Id, @event.Times.TimeZone, ct) };
    }

    public static IResult Screen(Door door, Verdict? verdict = null, string? code = null, NamesFound? names = null) =>
        new RazorComponentResult<ScanPage>(new { Door = door, Verdict = verdict, Code = code, Names = names });
}
