using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Pictures;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>Lays a picture below the plan, gives the floor its size, and takes stands over that the drawing brings along.</summary>
public static class UploadPlan
{
    private const string Name = "picture";

    private static TextSource T => UploadTexts.Of;

    public static void Map(IEndpointRouteBuilder organisers)
    {
        var picture = organisers.MapGroup("plan/picture")
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true), new RequestSizeLimitAttribute(Picture.LargestRequest));
        picture.MapGet("", async (AtMarket at, HttpContext http, IEventStore store, FormKeys keys, CancellationToken ct) =>
        {
            var (plan, _) = await store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
            return Show(at, plan, TypedForm.Of(Name, new Dictionary<string,
                string>
            { ["width"] = ShowingThePlan.StandView.Metres(plan.Size.Width) }), keys, http, 200);
        });
        picture.MapPost("", Handle);
        picture.MapPost("removal", async (AtMarket at, IEventStore store, CancellationToken ct) =>
            (await store.Handle(new Work().By(at.Metadata).On(Plan.Stream(at.Event.Id), Plan.Decider, new LayBackground(null)),
                ct)).Refusal is { } refusal
                ? Pages.Refused(refusal, at, $"{at.Market}/plan") : Results.Extensions.SeeOther($"{at.Market}/plan"));
    }

    private static async Task<IResult> Handle(
        AtMarket at, IFormFile? file, IFormCollection typed, HttpContext http, IEventStore store, FormKeys keys,
        CancellationToken ct)
    {
        var form = TypedForm.Of(Name, typed);
        var (plan, _) = await store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        var width = form.Metres("width", 2, 1000);
        var picture = await Read(file, form, ct);
        if (form.Fits && picture is not null)
        {
            var work = Lay(at, picture, picture.Floor(width), keys.Read(typed["key"])?.Id ?? Guid.CreateVersion7());
            if (form.Ticked("stands")) TakeOver(work, at, plan, picture.Stands(width), typed["key"].ToString());
            var outcome = await store.Handle(work, ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther($"{at.Market}/plan");
            form.Refused("file", outcome.Refusal, Texts.Of);
        }

        return Show(at, plan, form, keys, http, 422);
    }

    private static async Task<Picture?> Read(IFormFile? file, TypedForm form, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        if (file is { Length: > 0 and <= Raster.MostBytes }) await file.CopyToAsync(bytes, ct);
        var (picture, fault) = file is { Length: > Raster.MostBytes } ? (null, PictureFault.TooLarge)
            : Picture.Read(bytes.ToArray());
        if (file is not { Length: > 0 }) form.Wrong("file", T["missing"]);
        else if (fault is not null) form.Wrong("file", T[$"fault.{fault}"]);
        return picture;
    }

    private static Work Lay(AtMarket at, Picture picture, Area floor, Guid id)
    {
        var stream = Plan.Stream(at.Event.Id);
        return new Work().By(at.Metadata)
            .On(stream, Plan.Decider, new DrawPlan(at.Event.Id, floor))
            .On(stream, Plan.Decider, new LayBackground(new(id, picture.MediaType)))
            .Then(commit => commit.Write(PlanFile.Of(id, at.Event.Id, picture.MediaType, picture.Bytes)));
    }

    private static void TakeOver(Work work, AtMarket at, Plan plan, IReadOnlyList<(string Number, Box Box)> stands, string key)
    {
        var stream = Plan.Stream(at.Event.Id);
        var category = plan.Categories.FirstOrDefault()
            ?? new(KeyedId.Of(key, "category"), new(T["category.de"], T["category.en"]), 0, 0);
        if (stands.Count > 0) work.On(stream, Plan.Decider, new PutCategory(category));
        var drawn = plan.Stands.ToList();
        foreach (var (number, box) in stands)
        {
            var id = KeyedId.Of(key, number);
            var stand = new PlannedStand(id, number, box, category.Id, null, null, 0, false, Neighbourhood.Of(id, box, drawn));
            drawn.Add(stand);
            work.On(stream, Plan.Decider, new PutStand(stand)).On(Stand.Stream(id), Stand.Decider, new OpenStand(at.Event.Id));
        }
    }

    private static IResult Show(AtMarket at, Plan plan, TypedForm form, FormKeys keys, HttpContext http, int status) =>
        PageAnswers.Own<UploadPage>(http, new { At = at, Plan = plan, Form = form, Key = keys.Issue() }, status);
}
