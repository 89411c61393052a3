using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>Draws a stand, changes it, and takes it off the plan: never one that somebody has.</summary>
public static class EditStand
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        var stands = organisers.MapGroup("plan/stands");
        stands.MapGet("new", async (AtMarket at, HttpContext http, Desk desk, FormKeys keys, CancellationToken ct) =>
        {
            var (plan, version) = await desk.Load(at, ct);
            return plan.Exists ? Show(at, plan, version, null, StandForm.New(plan), keys.Issue(), http, 200)
                : Results.Extensions.SeeOther($"{at.Market}/plan");
        });
        stands.MapPost("new", Draw);
        stands.MapGet("{id:guid}", async (AtMarket at, Guid id, HttpContext http, Desk desk, CancellationToken ct) =>
        {
            var (plan, version) = await desk.Load(at, ct);
            return plan.Stands.Find(id) is { } stand
                ? Show(at, plan, version, stand, StandForm.Standing(plan, stand), null, http, 200) : PageAnswers.NotFound();
        });
        stands.MapPost("{id:guid}", Change);
        stands.MapPost("{id:guid}/removal", Remove);
    }

    private static async Task<IResult> Draw(AtMarket at, IFormCollection typed, HttpContext http, Desk desk, FormKeys keys,
        CancellationToken ct)
    {
        var (plan, version) = await desk.Load(at, ct);
        var form = TypedForm.Of(StandForm.Name, typed);
        var id = keys.Read(typed["key"])?.Id ?? Guid.CreateVersion7();
        var stand = StandForm.Read(form, plan, id);
        if (form.Fits)
        {
            var refusal = await desk.Do(at, new PutStand(stand), null, ct,
                work => work.On(Stand.Stream(id), Stand.Decider, new OpenStand(at.Event.Id)));
            if (refusal is null) return Back(at, stand.Number);
            form.Refused(Field(refusal), refusal, Texts.Of);
        }

        return Show(at, plan, version, null, form, keys.Issue(), http, 422);
    }

    private static async Task<IResult> Change(AtMarket at, Guid id, IFormCollection typed, HttpContext http, Desk desk,
        CancellationToken ct)
    {
        var (plan, newest) = await desk.Load(at, ct);
        if (plan.Stands.Find(id) is not { } standing) return PageAnswers.NotFound();
        var form = TypedForm.Of(StandForm.Name, typed);
        var stand = StandForm.Read(form, plan, id);
        if (!form.Fits) return Show(at, plan, ShowDesk.Seen(form), standing, form, null, http, 422);
        var refusal = await desk.Change(at, new PutStand(stand), drawn => Desk.Alone(drawn, id), ShowDesk.Seen(form), ct);
        if (refusal is null) return Back(at, stand.Number);
        form.Refused(Field(refusal), refusal, Texts.Of);
        return Show(at, plan, refusal is ChangedMeanwhile ? newest : ShowDesk.Seen(form), standing, form, null, http,
            Pages.Status(refusal));
    }

    private static async Task<IResult> Remove(AtMarket at, Guid id, Desk desk, TimeProvider clock, CancellationToken ct)
    {
        var refusal = await desk.Do(at, new RemoveStand(id), null, ct,
            work => work.On(Stand.Stream(id), Stand.Decider, new WithdrawStand(clock.GetUtcNow())));
        return refusal is null or StandNotFound ? Results.Extensions.SeeOther($"{at.Market}/plan")
            : Pages.Refused(refusal, at, $"{at.Market}/plan/stands/{id}");
    }

    private static string Field(Refusal refusal) => refusal switch
    {
        NumberTaken => "number",
        CategoryNotFound => "category",
        ZoneNotFound => "zone",
        StandsOverlap or OutsideThePlan => "x",
        _ => "number",
    };

    private static IResult Back(AtMarket at, string number) => Results.Extensions.SeeOther($"{at.Market}/plan#stand-{number}");

    private static IResult Show(
        AtMarket at, Plan plan, long seen, PlannedStand? stand, TypedForm form, string? key, HttpContext http, int status) =>
        PageAnswers.Own<StandPage>(
            http, new { At = at, Plan = plan, Seen = seen, Stand = stand, Form = form, Key = key }, status);
}
