using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EventOps.EventStore;

namespace EventOps.Registration.Pools;

/// <summary>The places that ticket types share; never more are given than there are. Stream: pool-{id}.</summary>
public sealed record Pool(Guid EventId, int Capacity, ImmutableDictionary<Guid, DateTimeOffset?> Places)
{
    public static Decider<PoolCommand, Pool, PoolEvent> Decider { get; } =
        new("pool", new Pool(Guid.Empty, 0, ImmutableDictionary<Guid, DateTimeOffset?>.Empty), Decide, Evolve)
        {
            Snapshot = RegistrationJson.Default.Pool,
        };

    [JsonIgnore]
    public bool Open => EventId != Guid.Empty;

    [JsonIgnore]
    public int Taken => Places.Count;

    [JsonIgnore]
    public int Left => Math.Max(0, Capacity - Places.Count);

    public static string Stream(Guid id) => $"pool-{id}";

    public static Decision<PoolEvent> Decide(PoolCommand command, Pool pool) => (command, pool) switch
    {
        (OpenPool { Capacity: < 0 } or ChangeCapacity { Capacity: < 0 }, _) => new NegativeCapacity(),
        (OpenPool c, { Open: false }) => new PoolOpened(c.EventId, c.Capacity),
        (OpenPool c, _) => c.EventId == pool.EventId ? Decision<PoolEvent>.Nothing : new PoolOfAnotherEvent(),
        (_, { Open: false }) => new PoolNotFound(),
        (ChangeCapacity c, _) => Change(c, pool),
        (TakePlaces c, _) => Take(c, pool),
        (ConfirmPlaces c, _) => Confirm(c, pool),
        (ReleasePlaces c, _) => Release(c.AttendeeIds.Where(pool.Places.ContainsKey)),
        (LapsePlaces c, _) => Release(c.AttendeeIds.Where(id => pool.Places.GetValueOrDefault(id) is not null)),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Pool Evolve(Pool pool, PoolEvent happened) => happened switch
    {
        PoolOpened e => pool with { EventId = e.EventId, Capacity = e.Capacity },
        PoolCapacityChanged e => pool with { Capacity = e.Capacity },
        PlacesTaken e => pool with { Places = With(pool, e.AttendeeIds, e.HeldUntil) },
        PlacesConfirmed e => pool with { Places = With(pool, e.AttendeeIds, null) },
        PlacesReleased e => pool with { Places = pool.Places.RemoveRange(e.AttendeeIds) },
        _ => pool,
    };

    private static Decision<PoolEvent> Change(ChangeCapacity c, Pool pool) => c.Capacity switch
    {
        var same when same == pool.Capacity => Decision<PoolEvent>.Nothing,
        var tooFew when tooFew < pool.Taken => new FewerPlacesThanTaken(pool.Taken),
        _ => new PoolCapacityChanged(c.Capacity),
    };

    private static Decision<PoolEvent> Take(TakePlaces c, Pool pool)
    {
        var wanted = c.AttendeeIds.Where(id => !pool.Places.ContainsKey(id)).ToList();
        if (wanted.Count == 0) return Decision<PoolEvent>.Nothing;
        return wanted.Count > pool.Left ? new SoldOut(pool.Left, wanted.Count) : new PlacesTaken(wanted, c.HeldUntil);
    }

    private static Decision<PoolEvent> Confirm(ConfirmPlaces c, Pool pool)
    {
        if (c.AttendeeIds.Any(id => !pool.Places.ContainsKey(id))) return new PlacesNoLongerHeld();
        var held = c.AttendeeIds.Where(id => pool.Places[id] is not null).ToList();
        return held.Count == 0 ? Decision<PoolEvent>.Nothing : new PlacesConfirmed(held);
    }

    private static Decision<PoolEvent> Release(IEnumerable<Guid> attendeeIds) => attendeeIds.ToList() is { Count: > 0 } released
        ? new PlacesReleased(released)
        : Decision<PoolEvent>.Nothing;

    private static ImmutableDictionary<Guid, DateTimeOffset?> With(Pool pool, IReadOnlyList<Guid> ids, DateTimeOffset? heldUntil)
    {
        if (ids.Count == 1) return pool.Places.SetItem(ids[0], heldUntil);
        var places = pool.Places.ToBuilder();
        foreach (var id in ids)
            places[id] = heldUntil;
        return places.ToImmutable();
    }
}
