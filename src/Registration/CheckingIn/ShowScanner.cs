using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.CheckingIn;

/// <summary>The scanner's page: the camera, or a search by name.</summary>
public static class ShowScanner
{
    public static void Map(IEndpointRouteBuilder routes) => Doors.AreForStaff(routes.MapGet("/events/{slug}/scan", Handle));

    public static async Task<IResult> Handle(
        string slug, string? gate, string? type, string? find, HttpContext http, Doors doors, CancellationToken ct)
    {
        if (await doors.Open(http, slug, gate, type, ct) is not { } door) return PageAnswers.NotFound();
        return Doors.Screen(door, names: find == "name" ? NamesFound.NotAsked : null);
    }
}
