using EventOps.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.CheckingIn;

/// <summary>A code from the camera, from a person or from a scanner that types: the answer fills the screen.</summary>
public static class ScanByForm
{
    public sealed record Form(string? Code, string? Gate, string? Type, string? Nonce, string? WasOnlyOutside);

    public static void Map(IEndpointRouteBuilder routes) => Doors.AreForStaff(routes.MapPost("/events/{slug}/scans", Handle));

    public static async Task<IResult> Handle(
        string slug, [FromForm] Form form, HttpContext http, Doors doors, Scanning scanning, CancellationToken ct)
    {
        if (await doors.Open(http, slug, form.Gate, form.Type, ct) is not { } door) return Pages.NotFound();
        var code = (form.Code ?? "").Trim().ToUpperInvariant(); // whoever types, and whatever types, minds no case
        if (code.Length == 0) return Doors.Screen(door);
        var caller = Caller.Of(http.User);
        var nonce = form.Nonce?.Length <= 100 ? form.Nonce : null;
        var reading = new Reading(
            code, Reading.IdOf(nonce, door.Place.Id, caller.Actor), door.Direction, Attendees.AttendeeList.EntryList, door.Gate,
            WasOnlyOutside: form.WasOnlyOutside == "true");
        var verdict = await scanning.Scan(reading, door.Place, caller, ct);
        if (verdict.Refusal is NonceReused) // a form that was gone back to, with another code
            verdict = await scanning.Scan(reading with { ScanId = Guid.NewGuid() }, door.Place, caller, ct);
        return Doors.Screen(door, verdict, code);
    }
}
