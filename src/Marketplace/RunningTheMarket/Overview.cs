using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.RunningTheMarket;

/// <summary>The marketplace at a glance.</summary>
public static class Overview
{
    public static void Map(IEndpointRouteBuilder organisers) => organisers.MapGet("", async (
        AtMarket at, HttpContext http, IEventStore store, MarketFigures figures, CancellationToken ct) =>
    {
        var (plan, _) = await store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        var (market, _) = await store.Load(Market.Stream(at.Event.Id), Market.Decider, ct);
        return PageAnswers.Own<OverviewPage>(
            http, new { At = at, market.Terms, Figures = await figures.Of(at.Event.Id, plan, ct) });
    });
}
