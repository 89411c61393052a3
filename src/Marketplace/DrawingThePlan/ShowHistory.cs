using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.ShowingThePlan;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.UploadingAPlan;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>Who changed what and when, the plan as it once was, and the way back to it.</summary>
public static class ShowHistory
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        var history = organisers.MapGroup("plan/history");
        history.MapGet("", async (AtMarket at, HttpContext http, IEventStore store, CancellationToken ct) =>
            PageAnswers.Own<HistoryPage>(
            http, new { At = at, All = Told.All(await store.Read(Plan.Stream(at.Event.Id), ct: ct)) }));
        history.MapGet("{version:long}", Look);
        history.MapPost("{version:long}/restoration", Restore);
    }

    private static async Task<IResult> Look(AtMarket at, long version, HttpContext http, IEventStore store, Desk desk,
        CancellationToken ct)
    {
        var history = await store.Read(Plan.Stream(at.Event.Id), upTo: version, ct: ct);
        var (then, found) = await store.LoadAsOf(Plan.Stream(at.Event.Id), Plan.Decider, version, null, ct);
        if (found != version || !then.Exists) return PageAnswers.NotFound();
        return PageAnswers.Own<VersionPage>(http, new
        {
            At = at,
            Plan = then,
            Told = Told.All(history)[0],
            Newest = (await desk.Load(at, ct)).Version,
            // Who has a stand today says nothing about then: the plan alone is shown.
            Stands = StandViews.ForAll(then, new Dictionary<Guid, StandRow>()),
            Background = ShowPicture.Url(at, then),
        });
    }

    private static async Task<IResult> Restore(
        AtMarket at, long version, IFormCollection typed, IEventStore store, Desk desk, TimeProvider clock, CancellationToken ct)
    {
        var stream = Plan.Stream(at.Event.Id);
        var (then, found) = await store.LoadAsOf(stream, Plan.Decider, version, null, ct);
        if (found != version || !then.Exists) return PageAnswers.NotFound();
        var (now, _) = await desk.Load(at, ct);
        var seen = long.TryParse(typed["seen"], out var known) ? known : 0;
        var refusal = await desk.Do(at, new RestorePlan(then), seen, ct, work =>
        {
            foreach (var stand in then.Stands.Where(stand => !now.Stands.Has(stand.Id)))
                work.On(Stand.Stream(stand.Id), Stand.Decider, new OpenStand(at.Event.Id));
            foreach (var stand in now.Stands.Where(stand => !then.Stands.Has(stand.Id)))
                work.On(Stand.Stream(stand.Id), Stand.Decider, new WithdrawStand(clock.GetUtcNow()));
        });
        return refusal is null ? Results.Extensions.SeeOther($"{at.Market}/plan")
            : Pages.Refused(refusal, at, $"{at.Market}/plan/history/{version}");
    }
}
