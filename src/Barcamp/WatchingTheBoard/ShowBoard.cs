using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EventOps.Barcamp.CountingRooms;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>The board's page. Who has no ticket gets one that may be kept as long as nothing changes.</summary>
public static class ShowBoard
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("board", Handle);

    public static async Task<IResult> Handle(
        AtBarcamp at, string? day, string? q, string? tag, string? view, HttpContext http, Plans plans, Stars stars,
        RoomCrowds crowds, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var plan = await plans.Recent(at, ct);
        var (search, look) = (BoardSearch.Of(q, tag), BoardLook.ForAll(at, now) with { Crowd = await crowds.Of(at.Id, ct) });
        int? left = null;
        if (at.Who is { } who)
        {
            look = look with { Me = who.TicketId, Starred = await stars.Of(at.Id, who.TicketId, ct) };
            left = at.Rules.StarsEach is { } budget ? Math.Max(0, budget - look.Starred.Count) : null;
        }

        var shown = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wanted)
            && plan.Days.Contains(wanted) ? wanted : plan.DayFor(look.Now);
        if (at.Who is null && !at.Moderates && NotChanged(http, plan, look))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        if (at.Who is not null || at.Moderates) http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<BoardPage>(new
        {
            At = at,
            Plan = plan,
            Look = look,
            Now = now,
            Search = search,
            Day = shown,
            StarsLeft = left,
            Listed = search.Any || view == "list",
        });
    }

    // Its tag is the board's version, the stars, and whatever else decides how this page looks to everybody.
    private static bool NotChanged(HttpContext http, Plan plan, BoardLook look)
    {
        var seen = string.Join('|', plan.Version, plan.Title, plan.On(look.Now)?.Id, Language.Current.Code, http.Request.FragmentId(),
            StyleSheet.Url, string.Join(',', plan.Rooms.Select(room => look.Crowd.TryGetValue(room.Id, out var people) ? CrowdLine.About(people, room.Capacity) : "")),
            string.Join(',', plan.Sessions.Select(session => session.Stars)));
        var tag = $"\"{plan.Version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen)))[..12]}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        if (!http.Request.Headers.IfNoneMatch.Contains(tag)) return false;
        http.Response.Headers.Vary = "Accept-Language, Cookie, X-Fragment";
        return true;
    }
}
