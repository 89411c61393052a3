using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;
using Npgsql;

namespace EventOps.Registration.Planning;

/// <summary>
/// A complete new event as one piece of work: the event with its parts and the pools behind its quotas, all or nothing. The ids
/// are the client's, so that it is safe to send twice.
/// </summary>
public sealed record EventPlan(
    Guid EventId, Guid OrganisationId, string Slug, EventTexts Texts, EventTimes Times, EventParts Parts,
    IReadOnlyDictionary<Guid, int> Capacities)
{
    /// <summary>What is to be committed; <paramref name="plan"/> names a capacity for the pool of each of its quotas.</summary>
    public static Work Work(EventPlan plan, Metadata who)
    {
        var work = new Work().On(
            Event.Stream(plan.EventId), Event.Decider,
            new PlanEvent(plan.OrganisationId, plan.Slug, plan.Texts, plan.Times, plan.Parts));
        foreach (var quota in plan.Parts.Quotas)
            work.Start(Pool.Stream(quota.PoolId), Pool.Decider, new OpenPool(plan.EventId, plan.Capacities[quota.PoolId]));
        return work.Then(Announcement.Of(plan.EventId)).By(who);
    }

    /// <summary>Commits a plan; a slug that another event has is refused as <see cref="SlugTaken"/>.</summary>
    public static async Task<Outcome> Commit(IEventStore store, Work work, CancellationToken ct)
    {
        try
        {
            return await store.Handle(work, ct);
        }
        catch (PostgresException failure) when (failure.ConstraintName == EventList.SlugConstraint)
        {
            return new(new SlugTaken(), [], null, false);
        }
    }
}
