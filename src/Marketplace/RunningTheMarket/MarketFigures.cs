using EventOps.Contracts;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;

namespace EventOps.Marketplace.RunningTheMarket;

/// <summary>How full the hall is, what came in, and what waits for somebody.</summary>
/// <param name="Stands">Stands on the plan.</param>
/// <param name="Booked">Of them booked.</param>
/// <param name="Held">Of them held.</param>
/// <param name="Ordered">Euros of all bills that stand, with tax.</param>
/// <param name="Paid">Euros of it that came in.</param>
/// <param name="Unpaid">Bills that are open.</param>
/// <param name="Overdue">Bills whose day has passed.</param>
/// <param name="Refunds">Bills of which money is owed back.</param>
/// <param name="Exhibitors">Everybody who signed up.</param>
/// <param name="Applications">Applications without an answer.</param>
/// <param name="ByCategory">How full each kind of stand is.</param>
public sealed record MarketSums(
    int Stands, int Booked, int Held, decimal Ordered, decimal Paid, int Unpaid, int Overdue, int Refunds, int Exhibitors,
    int Applications, IReadOnlyList<(Category Category, int Booked, int All)> ByCategory);

/// <summary>Counts what the organisers look at first.</summary>
public sealed class MarketFigures(StandRows stands, BillRows bills, ExhibitorRows exhibitors)
{
    public async Task<MarketSums> Of(Guid eventId, Plan plan, CancellationToken ct)
    {
        var rows = await stands.Of(eventId, ct);
        var all = await bills.OfEvent(eventId, ct);
        var people = await exhibitors.Of(eventId, ct);
        var standing = all.Where(bill => bill.State is BillState.Open or BillState.Overdue or BillState.Paid).ToList();
        bool Is(PlannedStand stand, StandState state) => rows.GetValueOrDefault(stand.Id)?.State == state;
        return new(
            plan.Stands.Count, plan.Stands.Count(stand => Is(stand, StandState.Booked)),
            plan.Stands.Count(stand => Is(stand, StandState.Held)),
            standing.Sum(bill => bill.Gross), standing.Sum(bill => bill.Paid), all.Count(bill => bill.State is BillState.Open),
            all.Count(bill => bill.State is BillState.Overdue), all.Count(bill => bill.State is BillState.RefundDue), people.Count,
            people.Sum(row => row.Applied.Count),
            [.. plan.Categories.Select(category => (category, plan.Stands.Count(stand => stand.CategoryId == category.Id && Is(stand, StandState.Booked)),
                plan.Stands.Count(stand => stand.CategoryId == category.Id)))]);
    }
}
