using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Issues;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.SetUpDays;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.Swaps;
using EventOps.Support;

namespace EventOps.Marketplace.Tests;

public class PlanContract() : DeciderContract<PlanCommand, Plan, PlanEvent>(Plan.Decider);

public class StandContract() : DeciderContract<StandCommand, Stand, StandEvent>(Stand.Decider)
{
    // The samples' times are all the same: only a hold with another end shows that it is extended.
    protected override IReadOnlyList<Stand> States =>
        [.. base.States, new Stand.Held(default, default, default, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)];
}

public class ExhibitorContract()
    : DeciderContract<ExhibitorCommand, Exhibitor, ExhibitorEvent>(Exhibitor.Decider, typeof(TeamCorrected));

public class ExtraContract() : DeciderContract<ExtraCommand, Extra, ExtraEvent>(Extra.Decider);

public class QueueContract() : DeciderContract<QueueCommand, Queue, QueueEvent>(Queue.Decider);

public class SwapContract() : DeciderContract<SwapCommand, Swap, SwapEvent>(Swap.Decider);

public class MarketContract() : DeciderContract<MarketCommand, Market, MarketEvent>(Market.Decider);

public class SetUpContract() : DeciderContract<SetUpCommand, SetUpDay, SetUpEvent>(SetUpDay.Decider);

public class IssueContract() : DeciderContract<IssueCommand, Issue, IssueEvent>(Issue.Decider);
