using EventOps.EventStore;

namespace EventOps.Marketplace.Stands;

public abstract record StandCommand;

/// <summary>The stand was drawn on the plan.</summary>
public sealed record OpenStand(Guid EventId) : StandCommand;

/// <summary>Keeps it for an exhibitor. <paramref name="Longest"/>: no extension goes beyond.</summary>
public sealed record HoldStand(
    Guid HoldId, Guid ExhibitorId, DateTimeOffset At, DateTimeOffset Until, DateTimeOffset Longest) : StandCommand;

public sealed record ExtendHold(Guid HoldId, DateTimeOffset Until) : StandCommand;

/// <summary>Turns a hold into a booking under the same id.</summary>
public sealed record BookStand(Guid HoldId) : StandCommand;

/// <summary>The organiser's hand: a booking without a hold.</summary>
public sealed record PlaceAtStand(Guid BookingId, Guid ExhibitorId, DateTimeOffset At) : StandCommand;

/// <summary>One half of a swap or a move: from one booking to another one's exhibitor.</summary>
public sealed record PassStand(Guid From, Guid To, Guid ExhibitorId) : StandCommand;

/// <summary>The clock's: says openly that an overdue hold is over.</summary>
public sealed record LapseHold(Guid HoldId, DateTimeOffset At) : StandCommand;

/// <summary>Gives a hold or a booking back.</summary>
public sealed record FreeStand(Guid Id) : StandCommand;

public sealed record BlockStand(DateTimeOffset At) : StandCommand;

public sealed record UnblockStand : StandCommand;

/// <summary>The stand goes from the plan.</summary>
public sealed record WithdrawStand(DateTimeOffset At) : StandCommand;

public sealed record StandNotFound : Refusal;

/// <summary>Somebody else has it.</summary>
public sealed record StandTaken : Refusal;

/// <summary>The hold has ended, and somebody else was faster.</summary>
public sealed record HoldGone : Refusal;

/// <summary>The hold is not over.</summary>
public sealed record StillHeld : Refusal;

public sealed record HoldAtItsLimit(DateTimeOffset Until) : Refusal;

/// <summary>Somebody has it: it cannot go from the plan.</summary>
public sealed record StandInUse : Refusal;
