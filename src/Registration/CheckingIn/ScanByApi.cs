using EventOps.Contracts;
using EventOps.Registration.Api;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.CheckingIn;

/// <summary>The scanner's JSON request: a code in, a verdict out. Refused and forged codes are answers, too.</summary>
public static class ScanByApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/events/{slug}/scans", Handle)
        .RequireAuthorization(Policies.Scanner)
        .Accepts<ScanBody>("application/json").Produces<ScanAnswer>().ProducesProblem(404).ProducesProblem(422);

    public static async Task<IResult> Handle(
        string slug, HttpContext http, EventLookup events, Scanning scanning, TimeProvider clock, CancellationToken ct)
    {
        var caller = Caller.Of(http.User);
        if (await events.Find(slug, ct) is not { } place || !caller.MaySee(place.Event.OrganisationId, place.Id))
            return Problems.Of(new EventNotFound());
        if (await Json.Body(http, ScanJson.Default.ScanBody, ct) is not { } body) return Problems.NotJson();
        var (reading, fault) = body.Read(place, caller.Gate, caller.Actor);
        if (reading is null) return Invalid(fault!);
        var verdict = await scanning.Scan(reading, place, caller, ct);
        if (verdict.Refusal is NonceReused) return Invalid(verdict.Result);
        return Results.Json(Answer(verdict, place, clock.GetUtcNow()), ScanJson.Default.ScanAnswer);
    }

    private static ScanAnswer Answer(Verdict verdict, EventLookup.Found place, DateTimeOffset now) => new(
        verdict.Result, Reasons.Of(verdict, place.Event, now), verdict.Holder,
        verdict.TicketType is { } type ? new(type.Name.ToString(), type.Tone) : null, verdict.First);

    private static IResult Invalid(string code) => Results.Problem(
        title: CheckingInTexts.Of[$"problem.{code}"], statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?> { ["code"] = code });
}
