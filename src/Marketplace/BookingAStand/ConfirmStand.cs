using System.Globalization;
using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.BookingAStand;

/// <summary>A held stand until it is booked: how long it is kept, extras, what it costs, yes or no.</summary>
public static class ConfirmStand
{
    public sealed record Tools(
        IEventStore Store, ExtraRows Extras, Bills Bills, TimeProvider Clock, IServiceProvider Services);

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("booking", async (AtExhibitor who, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            await View(who, use, ct) is { } view ? Show(who, view, null, http) : Results.Extensions.SeeOther($"{who.Url}/mine"));
        var posts = exhibitors.MapGroup("booking").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        posts.MapPost("extras", ChooseSome);
        posts.MapPost("extend", Extend);
        posts.MapPost("give-back", GiveBack);
        posts.MapPost("confirm", Confirm);
        posts.MapPost("quote", AskForQuote);
    }

    private static async Task<IResult> ChooseSome(
        AtExhibitor who, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (await View(who, use, ct) is not { } view) return Results.Extensions.SeeOther($"{who.Url}/mine");
        var chosen = new List<ChosenExtra>();
        foreach (var (id, extra) in view.Extras)
        {
            if (int.TryParse(typed[$"extra-{id}"], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count is > 0 and < 1000)
                chosen.Add(new(
                    id, count, view.Booking.Extras.FirstOrDefault(old => old.ExtraId == id)?.NetPrice ?? extra.Offer.NetPrice));
        }

        var work = StandWork.Choose(who.Id, view.Booking, chosen, use.Clock.GetUtcNow(), view.Held.Until).By(who.At.Metadata);
        return Ended(await use.Store.Handle(work, ct), who, view, http);
    }

    private static async Task<IResult> Extend(AtExhibitor who, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (await View(who, use, ct) is not { } view) return Results.Extensions.SeeOther($"{who.Url}/mine");
        var wish = use.Clock.GetUtcNow().AddMinutes(view.Terms.HoldMinutes);
        var until = wish < view.Held.Longest ? wish : view.Held.Longest;
        return Ended(
            await use.Store.Handle(StandWork.Extend(who.Id, view.Booking, until).By(who.At.Metadata), ct), who, view, http);
    }

    private static async Task<IResult> GiveBack(AtExhibitor who, [AsParameters] Tools use, CancellationToken ct)
    {
        if (who.Exhibitor.Open is { } open) await use.Store.Handle(StandWork.GiveBack(who.Id, open).By(who.At.Metadata), ct);
        return Results.Extensions.SeeOther($"{who.Url}/plan");
    }

    private static async Task<IResult> Confirm(
        AtExhibitor who, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (await View(who, use, ct) is not { } view) return Results.Extensions.SeeOther($"{who.Url}/mine");
        // What was shown is what is paid: another window may have changed the extras since.
        if (typed["total"] != view.Net.ToString(CultureInfo.InvariantCulture))
            return Show(who, view, new ExtrasHaveChanged(), http);
        if (view.Net > 0 && view.Payer is null) return Results.Extensions.SeeOther($"{who.Url}/payer?next=booking");
        var bill = await use.Bills.Of(
            MessageId.Of($"bill|{view.Booking.Id}"), who.At, who.Id, view.Booking, view.Stand, view.Plan, isQuote: false, ct);
        var mail = new ExhibitorMailDue(who.Id, who.At.Event.Id, ExhibitorMail.Booked, view.Stand.Id);
        var work = StandWork.Confirm(who.Id, view.Booking, view.Stand, bill, mail, use.Clock.GetUtcNow()).By(who.At.Metadata);
        var outcome = await use.Store.Handle(work, ct);
        return outcome.Refusal is { } refusal
            ? Show(who, view, refusal, http) : Results.Extensions.SeeOther($"{who.Url}/mine?done=booked");
    }

    // A quote goes by the same id as the bill that it becomes.
    private static async Task<IResult> AskForQuote(
        AtExhibitor who, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (await View(who, use, ct) is not { } view) return Results.Extensions.SeeOther($"{who.Url}/mine");
        if (view.Payer is null) return Results.Extensions.SeeOther($"{who.Url}/payer?next=booking");
        var id = MessageId.Of($"bill|{view.Booking.Id}");
        if (await use.Bills.Of(id, who.At, who.Id, view.Booking, view.Stand, view.Plan, isQuote: true, ct) is { } quote)
            await use.Store.Handle(
                new Work().By(who.At.Metadata).Then(commit => commit.Publish(quote, Exhibitor.Stream(who.Id))), ct);
        return Results.Extensions.SeeOther($"{who.Url}/booking?done=quote");
    }

    private static async Task<HeldView?> View(AtExhibitor who, Tools use, CancellationToken ct)
    {
        if (who.Exhibitor.Open is not { } open) return null;
        var (plan, _) = await use.Store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
        var (stand, _) = await use.Store.Load(Stand.Stream(open.StandId), Stand.Decider, ct);
        var (market, _) = await use.Store.Load(Market.Stream(who.At.Event.Id), Market.Decider, ct);
        if (plan.Stands.Find(open.StandId) is not { } planned) return null;
        var extras = (await use.Extras.Of(who.At.Event.Id, ct)).Where(one => !one.Extra.IsWithdrawn).ToList();
        var payer = await use.Services.GetRequiredService<Payers>().Find(who.Id, ct);
        var held = stand as Stand.Held;
        return new(
            open, planned, plan, held?.HoldId == open.Id ? held : new(who.At.Event.Id, open.Id, who.Id, default, default),
            market.Terms, extras, payer, use.Clock.GetUtcNow());
    }

    private static IResult Ended(Outcome outcome, AtExhibitor who, HeldView view, HttpContext http) =>
        outcome.Refusal is { } refusal ? Show(who, view, refusal, http) : Results.Extensions.SeeOther($"{who.Url}/booking");

    private static IResult Show(AtExhibitor who, HeldView view, Refusal? refusal, HttpContext http) => PageAnswers.Own<HeldPage>(
        http, new { Who = who, View = view, Refusal = refusal, QuoteDone = http.Request.Query["done"] == "quote" },
        refusal is null ? 200 : Pages.Status(refusal));
}

/// <summary>A stand that is held, with all that is to be decided.</summary>
public sealed record HeldView(
    Booking Booking, PlannedStand Stand, Plan Plan, Stand.Held Held, MarketTerms Terms,
    IReadOnlyList<(Guid Id, Extra Extra)> Extras,
    Contracts.Payer? Payer, DateTimeOffset Now)
{
    /// <summary>Everything together, before tax.</summary>
    public decimal Net => Booking.NetPrice + Booking.Extras.Sum(extra => extra.Count * extra.NetPrice);

    public bool IsOver => !Held.Binds(Now);

    public bool CanExtend => Held.Until < Held.Longest && Now.AddMinutes(Terms.HoldMinutes) > Held.Until.AddMinutes(1);

    public int Chosen(Guid extraId) => Booking.Extras.FirstOrDefault(extra => extra.ExtraId == extraId)?.Count ?? 0;
}
