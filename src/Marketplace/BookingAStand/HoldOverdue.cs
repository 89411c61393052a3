namespace EventOps.Marketplace.BookingAStand;

/// <summary>The time of a hold is up, unless it was extended or confirmed: due at that time.</summary>
public sealed record HoldOverdue(Guid StandId, Guid HoldId, Guid ExhibitorId);
