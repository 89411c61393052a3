namespace EventOps.Marketplace.Stands;

public abstract record StandEvent;

public sealed record StandOpened(Guid EventId) : StandEvent;

public sealed record StandHeld(Guid HoldId, Guid ExhibitorId, DateTimeOffset Until, DateTimeOffset Longest) : StandEvent;

public sealed record HoldExtended(Guid HoldId, DateTimeOffset Until) : StandEvent;

/// <summary>A hold was confirmed, or the organiser placed somebody.</summary>
public sealed record StandBooked(Guid BookingId, Guid ExhibitorId) : StandEvent;

/// <summary>Two exhibitors swapped, or one moved: the stand belongs to another booking.</summary>
public sealed record StandPassed(Guid From, Guid To, Guid ExhibitorId) : StandEvent;

public sealed record HoldLapsed(Guid HoldId, Guid ExhibitorId) : StandEvent;

/// <summary><paramref name="Id"/>: the hold or booking that ended.</summary>
public sealed record StandFreed(Guid Id, Guid ExhibitorId) : StandEvent;

public sealed record StandBlocked : StandEvent;

public sealed record StandUnblocked : StandEvent;

public sealed record StandWithdrawn : StandEvent;
