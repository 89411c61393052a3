using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.BookingAStand;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.HavingAStand;

/// <summary>Gives a booked stand back: what it costs today is said before.</summary>
public static class CancelStand
{
    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("bookings/{id:guid}/cancel", async (
            AtExhibitor who, Guid id, HttpContext http, IEventStore store, TimeProvider clock, CancellationToken ct) =>
        {
            if (who.Exhibitor.Bookings.Find(id) is not { IsBooked: true } booking) return PageAnswers.NotFound();
            var (plan, _) = await store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
            var percent = await Percent(who.At, store, clock, ct);
            var net = booking.NetPrice + booking.Extras.Sum(extra => extra.Count * extra.NetPrice);
            return PageAnswers.Own<CancelPage>(http, new
            {
                Who = who,
                Booking = booking,
                plan.Stands.Find(booking.StandId)?.Number,
                Percent = percent,
                Fee = Math.Round(net * percent / 100m, 2, MidpointRounding.AwayFromZero),
            });
        });
        exhibitors.MapPost("bookings/{id:guid}/cancel", async (
            AtExhibitor who, Guid id, IEventStore store, TimeProvider clock, CancellationToken ct) =>
        {
            if (who.Exhibitor.Bookings.Find(id) is not { IsBooked: true } booking)
                return Results.Extensions.SeeOther($"{who.Url}/mine");
            var work = Cancelled(who.At, who.Id, booking, await Percent(who.At, store, clock, ct));
            return (await store.Handle(work, ct)).Refusal is { } refusal
                ? Pages.Refused(refusal, who.At, $"{who.Url}/mine") : Results.Extensions.SeeOther($"{who.Url}/mine?done=cancelled");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
    }

    /// <summary>The whole cancellation, the same for exhibitors and organisers.</summary>
    public static Work Cancelled(AtMarket at, Guid exhibitorId, Booking booking, int percent)
    {
        var bill = booking.BillId is { } billId
            ? Bills.Cancelled(billId, MessageId.Of($"fee|{booking.Id}"), booking, percent) : null;
        var mail = new ExhibitorMailDue(exhibitorId, at.Event.Id, ExhibitorMail.Cancelled, booking.StandId);
        return StandWork.Cancel(exhibitorId, booking, percent, bill, mail).By(at.Metadata);
    }

    private static async Task<int> Percent(AtMarket at, IEventStore store, TimeProvider clock, CancellationToken ct)
    {
        var (market, _) = await store.Load(Market.Stream(at.Event.Id), Market.Decider, ct);
        return market.Terms.FeeAt((at.Say.Local(at.Event.StartsAt).Date - at.Say.Local(clock.GetUtcNow()).Date).Days);
    }
}
