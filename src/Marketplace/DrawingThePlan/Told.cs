using EventOps.EventStore;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.ShowingThePlan;
using EventOps.Ui;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>One change of the plan in words.</summary>
/// <param name="Version">The plan's version after it.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Account id of who did it.</param>
/// <param name="What">What changed.</param>
public sealed record Told(long Version, DateTimeOffset At, string? Actor, string What)
{
    private static TextSource T => DrawingTexts.Of;

    /// <summary>The whole history, newest first.</summary>
    public static IReadOnlyList<Told> All(IReadOnlyList<Recorded> history)
    {
        var told = new List<Told>();
        var plan = Plan.Decider.Initial;
        foreach (var recorded in history)
        {
            if (recorded.Event is not PlanEvent happened) continue;
            told.Add(new(recorded.Version, recorded.At, recorded.Metadata.Actor, Say(plan, happened)));
            plan = Plan.Evolve(plan, happened);
        }

        told.Reverse();
        return told;
    }

    private static string Say(Plan before, PlanEvent happened) => happened switch
    {
        PlanDrawn e => T["did.drawn", StandView.Metres(e.Size.Width), StandView.Metres(e.Size.Depth)],
        BackgroundLaid e => T[e.Background is null ? "did.picture.gone" : "did.picture"],
        CategoryPut e => T[before.Categories.Has(e.Category.Id) ? "did.category.changed" : "did.category", e.Category.Name,
        Ui.Say.Euro(e.Category.NetPrice)],
        CategoryRemoved e => T["did.gone", before.Categories.Find(e.Id)?.Name],
        ZonePut e => T[before.Zones.Has(e.Zone.Id) ? "did.zone.changed" : "did.zone", e.Zone.Name,
        PlanTexts.Of[$"mode.{e.Zone.Mode}"]],
        ZoneRemoved e => T["did.gone", before.Zones.Find(e.Id)?.Name],
        EntrancePut e => T[before.Entrances.Has(e.Entrance.Id) ? "did.entrance.changed" : "did.entrance", e.Entrance.Name],
        EntranceRemoved e => T["did.gone", before.Entrances.Find(e.Id)?.Name],
        StandPut e => before.Stands.Find(e.Stand.Id) is { } was ? Changed(before, was, e.Stand)
            : T["did.stand", e.Stand.Number, Size(e.Stand)],
        StandRemoved e => T["did.stand.gone", before.Stands.Find(e.Id)?.Number],
        _ => happened.GetType().Name,
    };

    private static string Changed(Plan plan, PlannedStand was, PlannedStand now) =>
        T["did.stand.changed", was.Number, string.Join(", ", ((string?[])
    [
        was.Number == now.Number ? null : T["did.number", now.Number],
        (was.Box.X, was.Box.Y) == (now.Box.X, now.Box.Y) ? null
            : T["did.moved", StandView.Metres(was.Box.X), StandView.Metres(was.Box.Y), StandView.Metres(now.Box.X),
                StandView.Metres(now.Box.Y)],
        Size(was) == Size(now) ? null : T["did.size", Size(was), Size(now)],
        was.CategoryId == now.CategoryId ? null : T["did.into", plan.Categories.Find(now.CategoryId)?.Name],
        was.ZoneId == now.ZoneId ? null : now.ZoneId is { } zone ? T["did.into", plan.Zones.Find(zone)?.Name] : T["did.no-zone"],
        was.NetPrice == now.NetPrice ? null : T["did.price", Price(plan, was), Price(plan, now)],
        was.Watts == now.Watts ? null : T["did.watts", was.Watts, now.Watts],
        was.Network == now.Network ? null : T[now.Network ? "did.network" : "did.network.gone"],
        was.Neighbours.ToHashSet().SetEquals(now.Neighbours) ? null : T["did.neighbours"],
    ]).OfType<string>())];

    private static string Size(PlannedStand stand) =>
        PlanTexts.Of["size", StandView.Metres(stand.Box.Width), StandView.Metres(stand.Box.Depth)];

    private static string Price(Plan plan, PlannedStand stand) => Ui.Say.Euro(plan.PriceOf(stand));
}
