using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;

namespace EventOps.Registration.Visiting;

/// <summary>How many places there are and how many are taken, read from the pools' own streams.</summary>
public sealed record Places(int Capacity, int Taken)
{
    // A page may be this late; the pool decides on its newest state all the same.
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(1);

    public int Left => Math.Max(0, Capacity - Taken);

    /// <summary>All pools of an event together, and the places left for each ticket type (its scarcest pool).</summary>
    public static async Task<(Places All, IReadOnlyDictionary<Guid, Places> ByType)> Of(
        IEventStore store, Event @event, CancellationToken ct)
    {
        var pools = new Dictionary<Guid, Places>();
        foreach (var quota in @event.Quotas)
        {
            var pool = await store.Recall(Pool.Stream(quota.PoolId), Pool.Decider, s_maxAge, ct);
            pools[quota.PoolId] = new(pool.Capacity, pool.Taken);
        }

        var byType = @event.TicketTypes.ToDictionary(
            type => type.Id, type => type.PoolIds.Select(id => pools[id]).MinBy(places => places.Left) ?? new Places(0, 0));
        var sold = pools.Where(pool => @event.TicketTypes.Any(type => type.PoolIds.Contains(pool.Key))).ToList();
        var all = sold.Count == 1 ? sold[0].Value : Whole(@event, pools);
        return (all, byType);
    }

    // Where every type draws from one shared pool, that pool is the house; otherwise the pools add up.
    private static Places Whole(Event @event, Dictionary<Guid, Places> pools)
    {
        var shared = pools.Where(pool => @event.TicketTypes.All(type => type.PoolIds.Contains(pool.Key)))
            .Select(pool => pool.Value);
        return shared.MinBy(places => places.Left)
            ?? new Places(pools.Values.Sum(places => places.Capacity), pools.Values.Sum(places => places.Taken));
    }
}
