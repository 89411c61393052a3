namespace EventOps.Marketplace.Exhibitors;

public abstract record ExhibitorEvent;

public sealed record ExhibitorSignedUp(Guid EventId) : ExhibitorEvent;

public sealed record AddressConfirmed : ExhibitorEvent;

public sealed record WishStated(StandWish Wish) : ExhibitorEvent;

public sealed record ExhibitorAdmitted(Guid ZoneId, Admission Admission) : ExhibitorEvent;

public sealed record StandChosen(Guid HoldId, Guid StandId, decimal NetPrice) : ExhibitorEvent;

public sealed record ExhibitorPlaced(Guid BookingId, Guid StandId, decimal NetPrice, Guid? BillId) : ExhibitorEvent;

public sealed record ExtrasChosen(Guid HoldId, IReadOnlyList<ChosenExtra> Extras) : ExhibitorEvent;

public sealed record BookingConfirmed(Guid HoldId, Guid? BillId) : ExhibitorEvent;

/// <summary>Given back, or overdue.</summary>
public sealed record HoldLost(Guid HoldId) : ExhibitorEvent;

public sealed record BookingBilled(Guid BookingId, Guid BillId) : ExhibitorEvent;

public sealed record BookingCancelled(Guid BookingId, int FeePercent) : ExhibitorEvent;

/// <summary><paramref name="BillId"/>: the new bill where the price is another one.</summary>
public sealed record StandChanged(Guid BookingId, Guid StandId, decimal NetPrice, Guid? BillId) : ExhibitorEvent;

public sealed record TeamJoined(Guid PersonId) : ExhibitorEvent;

/// <summary>Name or address were corrected; what they are now stands in the row of the same commit.</summary>
public sealed record TeamCorrected(Guid PersonId) : ExhibitorEvent;

public sealed record TeamLeft(Guid PersonId) : ExhibitorEvent;
