using EventOps.EventStore;
using EventOps.Marketplace.Directory;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.ShowingThePlan;
using EventOps.Marketplace.Stands;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>The plan as organisers work on it, with who has which stand.</summary>
public sealed class Desk(IEventStore store, StandRows rows, Entries entries)
{
    public Task<(Plan Plan, long Version)> Load(AtMarket at, CancellationToken ct) =>
        store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);

    /// <summary>Its stands with everything that an organiser may know.</summary>
    public async Task<IReadOnlyList<StandView>> Views(AtMarket at, Plan plan, CancellationToken ct)
    {
        var names = await entries.Names(at.Event.Id, ct);
        return StandViews.ForOrganisers(plan, await rows.Of(at.Event.Id, ct), id => names.GetValueOrDefault(id));
    }

    /// <summary>
    /// Changes one part of the plan, unless somebody else changed just this part since it was seen. Two people who work at
    /// different ends of the hall are not in each other's way, and nobody is told off for a second click.
    /// </summary>
    public async Task<Refusal?> Change(
        AtMarket at, PlanCommand command, Func<Plan, object?> part, long seen, CancellationToken ct)
    {
        var (now, version) = await Load(at, ct);
        if (Plan.Decide(command, now) is { Refusal: null, Events.Count: 0 }) return null;
        if (seen == version) return await Do(at, command, version, ct);
        var (then, _) = await store.LoadAsOf(Plan.Stream(at.Event.Id), Plan.Decider, seen, null, ct);
        return Equals(part(then), part(now)) ? await Do(at, command, version, ct)
            : new ChangedMeanwhile(Plan.Stream(at.Event.Id), seen, version);
    }

    /// <summary>A stand without its neighbours, which change when others move.</summary>
    public static PlannedStand? Alone(Plan plan, Guid stand) =>
        plan.Stands.Find(stand) is { } found ? found with { Neighbours = [] } : null;

    /// <summary>One change of the plan, with what else belongs to it.</summary>
    public async Task<Refusal?> Do(AtMarket at, PlanCommand command, long? expected, CancellationToken ct,
        Action<Work>? with = null)
    {
        var work = new Work().By(at.Metadata).On(Plan.Stream(at.Event.Id), Plan.Decider, command, expected);
        with?.Invoke(work);
        return (await store.Handle(work, ct)).Refusal;
    }
}
