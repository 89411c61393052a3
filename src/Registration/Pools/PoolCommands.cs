using EventOps.EventStore;

namespace EventOps.Registration.Pools;

public abstract record PoolCommand;

public sealed record OpenPool(Guid EventId, int Capacity) : PoolCommand;

public sealed record ChangeCapacity(int Capacity) : PoolCommand;

/// <summary>Takes one place per attendee; held only until <paramref name="HeldUntil"/> where the address is to be confirmed.</summary>
public sealed record TakePlaces(IReadOnlyList<Guid> AttendeeIds, DateTimeOffset? HeldUntil) : PoolCommand;

public sealed record ConfirmPlaces(IReadOnlyList<Guid> AttendeeIds) : PoolCommand;

public sealed record ReleasePlaces(IReadOnlyList<Guid> AttendeeIds) : PoolCommand;

/// <summary>Releases only places whose hold was never confirmed.</summary>
public sealed record LapsePlaces(IReadOnlyList<Guid> AttendeeIds) : PoolCommand;

public sealed record PoolNotFound : Refusal;

public sealed record PoolOfAnotherEvent : Refusal;

public sealed record NegativeCapacity : Refusal;

public sealed record SoldOut(int Left, int Wanted) : Refusal;

public sealed record FewerPlacesThanTaken(int Taken) : Refusal;

public sealed record PlacesNoLongerHeld : Refusal;
