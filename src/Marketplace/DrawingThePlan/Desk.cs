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
    /// The version that a change of one stand may build upon: the newest, unless somebody changed just this stand since it was seen.
    /// Two people who work at different ends of the hall are not in each other's way.
    /// </summary>
    public async Task<(long Version, ChangedMeanwhile? Refusal)> Since(AtMarket at, Guid stand, long seen, CancellationToken ct)
    {
        var (now, version) = await Load(at, ct);
        if (seen == version) return (version, null);
        var (then, _) = await store.LoadAsOf(Plan.Stream(at.Event.Id), Plan.Decider, seen, null, ct);
        return Alone(then.Stands.Find(stand)) == Alone(now.Stands.Find(stand))
            ? (version, null) : (version, new(Plan.Stream(at.Event.Id), seen, version));
    }

    /// <summary>One change of the plan, with what else belongs to it.</summary>
    public async Task<Refusal?> Do(AtMarket at, PlanCommand command, long? expected, CancellationToken ct,
        Action<Work>? with = null)
    {
        var work = new Work().By(at.Metadata).On(Plan.Stream(at.Event.Id), Plan.Decider, command, expected);
        with?.Invoke(work);
        return (await store.Handle(work, ct)).Refusal;
    }

    // Neighbours change when others move.
    private static PlannedStand? Alone(PlannedStand? stand) => stand is null ? null : stand with { Neighbours = [] };
}
