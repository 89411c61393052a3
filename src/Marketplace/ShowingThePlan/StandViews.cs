using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;

namespace EventOps.Marketplace.ShowingThePlan;

/// <summary>A plan and who has its stands, as different people may see it.</summary>
public static class StandViews
{
    /// <summary>The public: free or taken, and the names that <paramref name="names"/> tells.</summary>
    public static IReadOnlyList<StandView> ForAll(
        Plan plan, IReadOnlyDictionary<Guid, StandRow> rows, Func<Guid, string?>? names = null) =>
        Of(plan, rows, row => row.State == StandState.Free ? StandSight.Free : StandSight.Taken,
            row => row.State == StandState.Booked, names, until: false);

    /// <summary>An exhibitor: what is their own, what is free, what may become free again soon, and that the rest is booked.</summary>
    public static IReadOnlyList<StandView> ForExhibitor(
        Plan plan, IReadOnlyDictionary<Guid, StandRow> rows, Guid exhibitor, Func<Guid, string?>? names = null) =>
        Of(plan, rows, row => row.State is StandState.Held or StandState.Booked && row.ExhibitorId == exhibitor ? StandSight.Own
            : row.State switch
            {
                StandState.Free => StandSight.Free,
                StandState.Held => StandSight.Held,
                StandState.Booked => StandSight.Booked,
                _ => StandSight.Taken,
            },
            row => row.State == StandState.Booked, names, until: false);

    /// <summary>The organiser: everything.</summary>
    public static IReadOnlyList<StandView> ForOrganisers(
        Plan plan, IReadOnlyDictionary<Guid, StandRow> rows, Func<Guid, string?>? names = null) =>
        Of(plan, rows, row => row.State switch
        {
            StandState.Held => StandSight.Held,
            StandState.Booked => StandSight.Booked,
            StandState.Blocked => StandSight.Blocked,
            _ => StandSight.Free,
        }, _ => true, names, until: true);

    private static List<StandView> Of(
        Plan plan, IReadOnlyDictionary<Guid, StandRow> rows, Func<StandRow, StandSight> sight, Func<StandRow, bool> tells,
        Func<Guid, string?>? names, bool until) =>
    [
        .. plan.Stands.OrderBy(stand => stand.Number, NumberOrder.ByParts).Select(stand =>
        {
            var row = rows.GetValueOrDefault(stand.Id) ?? StandRow.Free(stand.Id);
            var exhibitor = tells(row) ? row.ExhibitorId : null;
            return new StandView(
                stand, plan.Categories.Find(stand.CategoryId), stand.ZoneId is { } zone ? plan.Zones.Find(zone) : null,
                plan.ModeOf(stand),
                plan.PriceOf(stand), sight(row), Neighbours(plan, stand), exhibitor is { } id ? names?.Invoke(id) : null,
                exhibitor,
                until ? row.Until : null);
        }),
    ];

    private static List<string> Neighbours(Plan plan, PlannedStand stand) =>
        [.. stand.Neighbours.Select(plan.Stands.Find).OfType<PlannedStand>().Select(other => other.Number)
            .Order(NumberOrder.ByParts)];
}
