using EventOps.Barcamp.CountingRooms;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Screens;

/// <summary>The display at a room's door: what is on, what is next, the rest of the day, and where to write notes.</summary>
public static class ShowDoor
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("board/screen/{token}/doors/{roomId:guid}", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, string token, Guid roomId, HttpContext http, BarcampLinks links, Plans plans, RoomCrowds crowds,
        PublicUrl url, TimeProvider clock, CancellationToken ct)
    {
        if (!await links.Opens(at, token, ct)) return PageAnswers.NotFound();
        var plan = await plans.Newest(at, ct);
        if (plan.Room(roomId) is not { } room) return PageAnswers.NotFound();
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return PageAnswers.Own<DoorPage>(http, new
        {
            At = at,
            Token = token,
            Room = room,
            Plan = plan,
            People = (await crowds.Of(at.Id, ct)).TryGetValue(roomId, out var people) ? people : (int?)null,
            Now = clock.GetUtcNow(),
            NotesUrl = url.Link($"{at.Board}/documentation"),
        });
    }
}
