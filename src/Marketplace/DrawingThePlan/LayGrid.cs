using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>Draws rows of stands at once, and with the first ones the floor and a category.</summary>
public static class LayGrid
{
    private const string Name = "grid";

    private static TextSource T => DrawingTexts.Of;

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("plan/grid", async (AtMarket at, HttpContext http, Desk desk, FormKeys keys, CancellationToken ct) =>
        {
            var (plan, _) = await desk.Load(at, ct);
            return Show(at, plan, Usual(plan), keys, http, 200);
        });
        organisers.MapPost("plan/grid", Handle);
    }

    private static async Task<IResult> Handle(
        AtMarket at, IFormCollection typed, HttpContext http, Desk desk, IEventStore store, FormKeys keys, CancellationToken ct)
    {
        var (plan, _) = await desk.Load(at, ct);
        var form = TypedForm.Of(Name, typed);
        var grid = Read(form, plan);
        var category = Category(form, plan, typed["key"].ToString());
        if (form.Fits)
        {
            var outcome = await store.Handle(Lay(at, plan, grid, category, form, typed["key"].ToString()), ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther($"{at.Market}/plan");
            form.Refused("first", outcome.Refusal, Texts.Of);
        }

        return Show(at, plan, form, keys, http, 422);
    }

    private static TypedForm Usual(Plan plan) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["rows"] = "2",
        ["columns"] = "10",
        ["width"] = "3",
        ["depth"] = "2",
        ["aisle"] = "3",
        ["first"] = "A1",
        ["watts"] = "500",
        ["name.de"] = plan.Categories.Count == 0 ? "Standard" : "",
        ["name.en"] = plan.Categories.Count == 0 ? "Standard" : "",
        ["category"] = plan.Categories.FirstOrDefault()?.Id.ToString() ?? "",
    });

    private static Grid Read(TypedForm form, Plan plan)
    {
        var (rows, columns) = (form.Number("rows", 1, 50), form.Number("columns", 1, 50));
        var stand = new Area(form.Metres("width", 0.5m, 50), form.Metres("depth", 0.5m, 50));
        var aisle = form.Metres("aisle", 0, 20);
        var first = form["first"].Trim().ToUpperInvariant();
        if (first.Length == 0 || !Grid.IsFirst(first)) form.Wrong("first", T["first.wrong"]);
        var below = plan.Stands.Select(drawn => drawn.Box.Y + drawn.Box.Depth).DefaultIfEmpty(0).Max();
        return new(rows, columns, stand, aisle, first, below + aisle);
    }

    private static Category Category(TypedForm form, Plan plan, string key)
    {
        if (Guid.TryParse(form["category"], out var chosen) && plan.Categories.Find(chosen) is { } known) return known;
        var name = PartForm.Named(form);
        return new(KeyedId.Of(key, "category"), name, form.Euros("price") ?? 0, plan.Categories.Count);
    }

    private static Work Lay(AtMarket at, Plan plan, Grid grid, Category category, TypedForm form, string key)
    {
        var stream = Plan.Stream(at.Event.Id);
        var now = plan.Exists ? plan.Size : new(0, 0);
        var floor = new Area(Math.Max(now.Width, grid.Floor.Width), Math.Max(now.Depth, grid.Floor.Depth));
        var work = new Work().By(at.Metadata)
            .On(stream, Plan.Decider, new DrawPlan(at.Event.Id, floor))
            .On(stream, Plan.Decider, new PutCategory(category));
        var drawn = plan.Stands.ToList();
        var watts = form.Number("watts", 0, 50_000);
        foreach (var (number, box) in grid.Places())
        {
            var id = KeyedId.Of(key, number);
            var stand = new PlannedStand(id, number, box, category.Id, null, null, watts, form.Ticked("network"),
                Neighbourhood.Of(id, box, drawn));
            drawn.Add(stand);
            work.On(stream, Plan.Decider, new PutStand(stand)).On(Stand.Stream(id), Stand.Decider, new OpenStand(at.Event.Id));
        }

        return work;
    }

    private static IResult Show(AtMarket at, Plan plan, TypedForm form, FormKeys keys, HttpContext http, int status) =>
        PageAnswers.Own<GridPage>(http, new { At = at, Plan = plan, Form = form, Key = keys.Issue() }, status);
}
