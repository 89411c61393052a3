namespace EventOps.Registration.Pools;

public abstract record PoolEvent;

public sealed record PoolOpened(Guid EventId, int Capacity) : PoolEvent;

public sealed record PoolCapacityChanged(int Capacity) : PoolEvent;

public sealed record PlacesTaken(IReadOnlyList<Guid> AttendeeIds, DateTimeOffset? HeldUntil) : PoolEvent;

public sealed record PlacesConfirmed(IReadOnlyList<Guid> AttendeeIds) : PoolEvent;

public sealed record PlacesReleased(IReadOnlyList<Guid> AttendeeIds) : PoolEvent;
