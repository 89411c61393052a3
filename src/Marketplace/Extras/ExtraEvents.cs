namespace EventOps.Marketplace.Extras;

public abstract record ExtraEvent;

public sealed record ExtraOffered(Guid EventId, ExtraOffer Offer) : ExtraEvent;

public sealed record ExtraChanged(ExtraOffer Offer) : ExtraEvent;

public sealed record ExtraWithdrawn : ExtraEvent;

/// <summary>Until then only.</summary>
public sealed record ExtraTaken(Guid HoldId, int Count, DateTimeOffset Until) : ExtraEvent;

public sealed record ExtraKept(Guid HoldId, int Count) : ExtraEvent;

public sealed record ExtraDropped(Guid HoldId) : ExtraEvent;
