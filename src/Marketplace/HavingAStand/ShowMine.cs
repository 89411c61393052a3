using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.Swaps;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.HavingAStand;

/// <summary>An exhibitor's front page: what they have, what waits for their answer, what is still to do.</summary>
public static class ShowMine
{
    public sealed record Tools(
        IEventStore Store, ExhibitorRows Rows, BillRows Bills, Payers Payers, SwapRows Swaps, OwnEntries Entries,
        ExhibitorLinks Links, TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder exhibitors) => exhibitors.MapGet("mine", Show);

    private static async Task<IResult> Show(
        AtExhibitor who, string? done, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var eventId = who.At.Event.Id;
        var (plan, _) = await use.Store.Load(Plan.Stream(eventId), Plan.Decider, ct);
        var (market, _) = await use.Store.Load(Market.Stream(eventId), Market.Decider, ct);
        var (waiting, offers) = (new List<Category>(), new List<(StandOffer, PlannedStand)>());
        foreach (var category in plan.Categories)
        {
            var (queue, _) = await use.Store.Load(Queue.Stream(category.Id), Queue.Decider, ct);
            if (queue.OfferTo(who.Id) is { } offer && plan.Stands.Find(offer.StandId) is { } stand) offers.Add((offer, stand));
            else if (queue.Waiting.Contains(who.Id)) waiting.Add(category);
        }

        var row = await use.Rows.Find(who.Id, ct);
        return PageAnswers.Own<MinePage>(http, new
        {
            Who = who,
            View = new MineView(
                row?.Organisation ?? "", plan, market.Terms, waiting, offers, await use.Swaps.Open(eventId, who.Id, ct),
                await use.Bills.Of(
                    who.Exhibitor.Booked.Select(booking => booking.BillId).OfType<Guid>().Concat(row?.BillIds ?? []), ct),
                await use.Links.Token(who.Id, ct), await use.Payers.Find(who.Id, ct) is not null,
                await use.Entries.Find(who.Id, ct) is { Published: true },
                await use.Entries.NamesOf(eventId, ct),
                use.Clock.GetUtcNow()),
            Done = done is "booked" or "cancelled" or "offered" or "swapped" or "answered" or "applied" or "saved" ? done : null,
        });
    }
}

/// <summary>What an exhibitor has and what is open.</summary>
/// <param name="Organisation">Who they are.</param>
/// <param name="Plan">The hall.</param>
/// <param name="Terms">The rules.</param>
/// <param name="Waiting">Categories that they wait for.</param>
/// <param name="Offers">Stands that wait for their yes.</param>
/// <param name="Swaps">Swaps that wait for somebody's yes.</param>
/// <param name="Bills">Their bills, old ones too.</param>
/// <param name="Token">Proves them at their bills.</param>
/// <param name="HasPayer">Whether they have said who pays.</param>
/// <param name="HasEntry">Whether visitors can read about them.</param>
/// <param name="Others">Exhibitors whom visitors can read about.</param>
/// <param name="Now">The moment of reading.</param>
public sealed record MineView(
    string Organisation, Plan Plan, MarketTerms Terms, IReadOnlyList<Category> Waiting,
    IReadOnlyList<(StandOffer Offer, PlannedStand Stand)> Offers,
    IReadOnlyList<(Guid Id, Swap Swap)> Swaps, IReadOnlyList<BillChanged> Bills, string Token, bool HasPayer, bool HasEntry,
    IReadOnlyList<(Guid Id, string Name)> Others, DateTimeOffset Now)
{
    public string NumberOf(Guid standId) => Plan.Stands.Find(standId)?.Number ?? "?";
}
