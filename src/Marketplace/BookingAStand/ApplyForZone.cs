using System.Globalization;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.BookingAStand;

/// <summary>Asks for the organisers' yes to a zone, and says what one would like to have there.</summary>
public static class ApplyForZone
{
    private const int MostWatts = 100_000;

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        var posts = exhibitors.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        posts.MapPost("applications", Apply);
        posts.MapPost("wish", Wish);
    }

    private static async Task<IResult> Apply(AtExhibitor who, IFormCollection typed, IEventStore store, CancellationToken ct)
    {
        var (plan, _) = await store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
        if (!Guid.TryParse(typed["zone"], out var zone) || plan.Zones.Find(zone) is not { Mode: BookingMode.Approval })
            return PageAnswers.NotFound();
        var work = new Work().By(who.At.Metadata).On(Exhibitor.Stream(who.Id), Exhibitor.Decider, new Apply(zone));
        return (await store.Handle(work, ct)).Refusal is { } refusal
            ? Pages.Refused(refusal, who.At, $"{who.Url}/plan") : Results.Extensions.SeeOther($"{who.Url}/mine?done=applied");
    }

    private static async Task<IResult> Wish(AtExhibitor who, IFormCollection typed, IEventStore store, CancellationToken ct)
    {
        var wish = new StandWish(
            Guid.TryParse(typed["category"], out var category) ? category : null,
            int.TryParse(typed["watts"], NumberStyles.None, CultureInfo.InvariantCulture, out var watts)
                ? Math.Min(watts, MostWatts) : 0,
            Ids(typed["together"]), Ids(typed["apart"]),
            typed["similar"].ToString() switch { "apart" => true, "together" => false, _ => null });
        await store.Handle(
            new Work().By(who.At.Metadata).On(Exhibitor.Stream(who.Id), Exhibitor.Decider, new StateWish(wish)), ct);
        return Results.Extensions.SeeOther($"{who.Url}/mine?done=saved");
    }

    private static IReadOnlyList<Guid> Ids(IEnumerable<string?> typed) =>
        [.. typed.Where(one => Guid.TryParse(one, out _)).Select(one => Guid.Parse(one!)).Distinct().Take(10)];
}
