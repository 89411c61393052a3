using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.UploadingAPlan;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>The organiser's plan: look at it, move a stand, give the floor another size.</summary>
public static class ShowDesk
{
    private const string Moving = "move";
    private const string Sizing = "floor";

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("plan", async (AtMarket at, HttpContext http, Desk desk, CancellationToken ct) =>
            await Show(at, http, desk, null, null, 200, ct));
        organisers.MapPost("plan/move", Move);
        organisers.MapPost("plan/floor", Resize);
    }

    private static async Task<IResult> Move(AtMarket at, IFormCollection typed, HttpContext http, Desk desk, CancellationToken ct)
    {
        var form = TypedForm.Of(Moving, typed);
        var (plan, _) = await desk.Load(at, ct);
        var (x, y) = (form.Metres("x", 0, 1000), form.Metres("y", 0, 1000));
        if (!Guid.TryParse(form["stand"], out var id) || plan.Stands.Find(id) is not { } stand) return PageAnswers.NotFound();
        if (!form.Fits) return await Show(at, http, desk, form, null, 422, ct);
        var moved = Neighbourhood.Moved(stand, stand.Box with { X = x, Y = y }, plan);
        var refusal = await desk.Change(at, new PutStand(moved), drawn => Desk.Alone(drawn, id), Seen(form), ct);
        return refusal is null ? Results.Extensions.SeeOther($"{at.Market}/plan")
            : await Show(at, http, desk, form, refusal, Pages.Status(refusal), ct);
    }

    private static async Task<IResult> Resize(AtMarket at, IFormCollection typed, HttpContext http, Desk desk,
        CancellationToken ct)
    {
        var form = TypedForm.Of(Sizing, typed);
        var size = new Area(form.Metres("width", 2, 1000), form.Metres("depth", 2, 1000));
        if (!form.Fits) return await Show(at, http, desk, form, null, 422, ct);
        var refusal = await desk.Do(at, new DrawPlan(at.Event.Id, size), null, ct);
        return refusal is null ? Results.Extensions.SeeOther($"{at.Market}/plan")
            : await Show(at, http, desk, form, refusal, Pages.Status(refusal), ct);
    }

    internal static long Seen(TypedForm form) => long.TryParse(form["seen"], out var seen) ? seen : 0;

    private static async Task<IResult> Show(
        AtMarket at, HttpContext http, Desk desk, TypedForm? typed, Refusal? refusal, int status, CancellationToken ct)
    {
        var (plan, version) = await desk.Load(at, ct);
        return PageAnswers.Own<DeskPage>(http, new
        {
            At = at,
            Plan = plan,
            Version = version,
            Stands = await desk.Views(at, plan, ct),
            Background = ShowPicture.Url(at, plan),
            Move = typed?.Name == Moving ? typed : TypedForm.Of(Moving, new Dictionary<string, string>()),
            Floor = typed?.Name == Sizing ? typed : TypedForm.Of(Sizing, new Dictionary<string, string>
            {
                ["width"] = ShowingThePlan.StandView.Metres(plan.Size.Width),
                ["depth"] = ShowingThePlan.StandView.Metres(plan.Size.Depth),
            }),
            Refused = refusal is null ? null : RefusalText.For(refusal, Texts.Of, at.Say),
        }, status);
    }
}
