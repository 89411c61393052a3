using EventOps.Contracts;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.CheckingIn;

/// <summary>A code from the camera, from a person or from a scanner that types: the answer fills the screen.</summary>
public static class ScanByForm
{
    // A second click comes within seconds. What comes later from the same form, gone back to, is another person.
    private static readonly TimeSpan s_secondClick = TimeSpan.FromSeconds(10);

    // Properties, because a field that is missing in a constructor would be an error of the framework's.
    public sealed record Form
    {
        public string? Code { get; init; }

        public string? Gate { get; init; }

        public string? Type { get; init; }

        public string? Nonce { get; init; }

        public string? WasOnlyOutside { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => Doors.AreForStaff(routes.MapPost("/events/{slug}/scans", Handle));

    public static async Task<IResult> Handle(
        string slug, [FromForm] Form form, HttpContext http, Doors doors, Scanning scanning, CancellationToken ct)
    {
        if (await doors.Open(http, slug, form.Gate, form.Type, ct) is not { } door) return PageAnswers.NotFound();
        var code = (form.Code ?? "").Trim().ToUpperInvariant(); // whoever types, and whatever types, minds no case
        if (code.Length == 0) return Doors.Screen(door);
        var caller = Caller.Of(http.User);
        var nonce = form.Nonce?.Length <= 100 ? form.Nonce : null;
        var reading = new Reading(
            code, Reading.IdOf(nonce, door.Place.Id, caller.Actor), door.Direction, Attendees.AttendeeList.EntryList, door.Gate,
            WasOnlyOutside: form.WasOnlyOutside == "true");
        var verdict = await scanning.Scan(reading, door.Place, caller, ct);
        if (verdict.Refusal is NonceReused || (!http.Request.IsFragment() && verdict.SaidAt < door.Now - s_secondClick))
            verdict = await scanning.Scan(reading with { ScanId = Guid.NewGuid() }, door.Place, caller, ct);
        return Doors.Screen(door, verdict, code);
    }
}
