using System.Globalization;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.RunningTheMarket;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.OfferingExtras;

/// <summary>What can be booked beside a stand, and how many there are.</summary>
public static class OfferExtras
{
    private const string Form = "extra";

    private static readonly TextSource T = MarketTexts.Of;

    public sealed record Tools(IEventStore Store, ExtraRows Extras, FormKeys Keys, TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("extras", (AtMarket at, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            Show(at, null, TypedForm.Of(Form, new Dictionary<string, string> { ["most"] = "5" }), use.Keys.Issue(), http, use, 200, ct));
        organisers.MapGet("extras/{id:guid}", async (AtMarket at, Guid id, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            await Find(at, id, use, ct) is { } extra ? await Show(at, id, Standing(extra.Offer), "", http, use, 200, ct) : PageAnswers.NotFound());
        organisers.MapPost("extras", Offer);
        organisers.MapPost("extras/{id:guid}", Change);
        organisers.MapPost("extras/{id:guid}/withdraw", async (AtMarket at, Guid id, [AsParameters] Tools use, CancellationToken ct) =>
        {
            if (await Find(at, id, use, ct) is null) return PageAnswers.NotFound();
            await use.Store.Handle(new Work().By(at.Metadata).On(Extra.Stream(id), Extra.Decider, new WithdrawExtra()), ct);
            return Results.Extensions.SeeOther($"{at.Market}/extras");
        });
    }

    private static async Task<IResult> Offer(
        AtMarket at, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var form = TypedForm.Of(Form, typed);
        var offer = Read(form);
        if (!form.Fits || use.Keys.Read(typed["key"]) is not { } key)
            return await Show(at, null, form, use.Keys.Issue(), http, use, 422, ct);
        await use.Store.Handle(
            new Work().By(at.Metadata).On(Extra.Stream(key.Id), Extra.Decider, new OfferExtra(at.Event.Id, offer)), ct);
        return Results.Extensions.SeeOther($"{at.Market}/extras");
    }

    private static async Task<IResult> Change(
        AtMarket at, Guid id, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (await Find(at, id, use, ct) is null) return PageAnswers.NotFound();
        var form = TypedForm.Of(Form, typed);
        var offer = Read(form);
        if (form.Fits)
        {
            var outcome = await use.Store.Handle(
                new Work().By(at.Metadata).On(Extra.Stream(id), Extra.Decider, new ChangeExtra(offer)), ct);
            if (outcome.Refusal is not { } refusal) return Results.Extensions.SeeOther($"{at.Market}/extras");
            form.Refused("stock", refusal, Texts.Of);
        }

        return await Show(at, id, form, "", http, use, 422, ct);
    }

    private static async Task<Extra?> Find(AtMarket at, Guid id, Tools use, CancellationToken ct)
    {
        var (extra, _) = await use.Store.Load(Extra.Stream(id), Extra.Decider, ct);
        return extra.EventId == at.Event.Id ? extra : null;
    }

    private static ExtraOffer Read(TypedForm form)
    {
        var name = new Contracts.LocalizedText(
            form.Line("name.de", Shape.Name, T["name.missing"]), form.Line("name.en", Shape.Name));
        var price = form.Euros("price") ?? 0;
        return new(
            name, price, form.Number("stock", 0, 100000), form.Number("most", 1, 1000),
            Enum.TryParse<ExtraKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : ExtraKind.Thing);
    }

    private static TypedForm Standing(ExtraOffer offer) => TypedForm.Of(Form, new Dictionary<string, string>
    {
        ["name.de"] = offer.Name.De,
        ["name.en"] = offer.Name.En,
        ["price"] = offer.NetPrice.ToString("0.00", CultureInfo.InvariantCulture),
        ["stock"] = offer.Stock.ToString(CultureInfo.InvariantCulture),
        ["most"] = offer.MostPerStand.ToString(CultureInfo.InvariantCulture),
        ["kind"] = offer.Kind.ToString(),
    });

    private static async Task<IResult> Show(
        AtMarket at, Guid? id, TypedForm form, string key, HttpContext http, Tools use, int status, CancellationToken ct) =>
        PageAnswers.Own<ExtrasPage>(http, new
        {
            At = at,
            Extras = await use.Extras.Of(at.Event.Id, ct),
            Form = form,
            Key = key,
            Editing = id,
            Now = use.Clock.GetUtcNow(),
        }, status);
}
