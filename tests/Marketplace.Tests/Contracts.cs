using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Support;

namespace EventOps.Marketplace.Tests;

public class PlanContract() : DeciderContract<PlanCommand, Plan, PlanEvent>(Plan.Decider);

public class StandContract() : DeciderContract<StandCommand, Stand, StandEvent>(Stand.Decider)
{
    protected override IReadOnlyList<Stand> States =>
        [.. base.States, new Stand.Held(Guid.Empty, Guid.Empty, Guid.Empty, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)];
}
