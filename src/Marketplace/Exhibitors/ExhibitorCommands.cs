using EventOps.EventStore;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.Exhibitors;

public abstract record ExhibitorCommand;

public sealed record SignUpExhibitor(Guid EventId) : ExhibitorCommand;

/// <summary>They came by the link in the mail.</summary>
public sealed record ConfirmAddress : ExhibitorCommand;

public sealed record StateWish(StandWish Wish) : ExhibitorCommand;

/// <summary>Asks for a stand in a zone that needs the organiser's yes.</summary>
public sealed record Apply(Guid ZoneId) : ExhibitorCommand;

/// <summary>The organiser's word: approved, declined or invited.</summary>
public sealed record Admit(Guid ZoneId, Admission Admission) : ExhibitorCommand;

/// <summary>Holds a stand, together with the stand's own stream. <paramref name="IsOffered"/>: comes from the waiting list.</summary>
public sealed record ChooseStand(
    Guid HoldId, Guid StandId, Guid? ZoneId, BookingMode Mode, decimal NetPrice, int MostStands,
    bool IsOffered) : ExhibitorCommand;

/// <summary>The organiser's hand.</summary>
public sealed record PlaceExhibitor(Guid BookingId, Guid StandId, decimal NetPrice, Guid? BillId) : ExhibitorCommand;

public sealed record ChooseExtras(Guid HoldId, IReadOnlyList<ChosenExtra> Extras) : ExhibitorCommand;

/// <summary><paramref name="Extras"/>: what was shown.</summary>
public sealed record ConfirmBooking(Guid HoldId, Guid? BillId, IReadOnlyList<ChosenExtra> Extras) : ExhibitorCommand;

/// <summary>Given back, or overdue.</summary>
public sealed record LoseHold(Guid HoldId) : ExhibitorCommand;

/// <summary>Who was placed by hand has said now who pays.</summary>
public sealed record BillBooking(Guid BookingId, Guid BillId) : ExhibitorCommand;

public sealed record CancelBooking(Guid BookingId, int FeePercent) : ExhibitorCommand;

/// <summary>A swap or a move.</summary>
public sealed record ChangeStand(Guid BookingId, Guid From, Guid StandId, decimal NetPrice, Guid? BillId) : ExhibitorCommand;

public sealed record AddToTeam(Guid PersonId, int Most) : ExhibitorCommand;

/// <summary>Name or address of somebody in the team; the row is written in the same commit.</summary>
public sealed record CorrectTeam(Guid PersonId) : ExhibitorCommand;

public sealed record RemoveFromTeam(Guid PersonId) : ExhibitorCommand;

public sealed record ExhibitorNotFound : Refusal;

/// <summary>They have not followed the link in their mail.</summary>
public sealed record AddressNotConfirmed : Refusal;

/// <summary>This zone needs the organiser's yes.</summary>
public sealed record NotAdmitted : Refusal;

public sealed record EnoughStands(int Most) : Refusal;

/// <summary>Another window has chosen another stand.</summary>
public sealed record OtherStandChosen : Refusal;

public sealed record HoldNotYours : Refusal;

/// <summary>The extras are not those that were shown.</summary>
public sealed record ExtrasHaveChanged : Refusal;

public sealed record BookingNotFound : Refusal;

public sealed record TeamIsFull(int Most) : Refusal;

public sealed record NotInTheTeam : Refusal;
