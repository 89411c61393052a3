using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.CheckingIn;

/// <summary>
/// Looks somebody up who has no ticket at hand. A POST, so that no name stands in an address, a log or a history.
/// </summary>
public static class FindByName
{
    // Properties, because a field that is missing in a constructor would be an error of the framework's.
    public sealed record Form
    {
        public string? Name { get; init; }

        public string? Gate { get; init; }

        public string? Type { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        Doors.AreForStaff(routes.MapPost("/events/{slug}/scan/names", Handle));

    public static async Task<IResult> Handle(
        string slug, [FromForm] Form form, HttpContext http, Doors doors, NameSearch names, CancellationToken ct)
    {
        if (await doors.Open(http, slug, form.Gate, form.Type, ct) is not { } door) return PageAnswers.NotFound();
        return Doors.Screen(door, names: await names.Find(door.Place.Id, form.Name, ct));
    }
}
