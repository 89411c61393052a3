using EventOps.EventStore;

namespace EventOps.Marketplace.SetUpDays;

public abstract record SetUpCommand;

public sealed record PutSlot(DeliverySlot Slot) : SetUpCommand;

public sealed record RemoveSlot(Guid SlotId) : SetUpCommand;

/// <summary>Takes a slot; another one that the exhibitor had is given up with it.</summary>
/// <param name="SlotId">Which slot.</param>
/// <param name="ExhibitorId">Who comes.</param>
/// <param name="HasStand">Whether they have a booked stand.</param>
public sealed record BookSlot(Guid SlotId, Guid ExhibitorId, bool HasStand) : SetUpCommand;

public sealed record LeaveSlot(Guid ExhibitorId) : SetUpCommand;

public sealed record PutTask(SetUpTask Task) : SetUpCommand;

public sealed record RemoveTask(Guid TaskId) : SetUpCommand;

public sealed record TickTask(Guid StandId, Guid TaskId, bool IsDone) : SetUpCommand;

public sealed record SlotNotFound : Refusal;

public sealed record SlotFull(int Capacity) : Refusal;

/// <summary>Somebody comes in it: it cannot go, or become smaller than that.</summary>
public sealed record SlotInUse(int Booked) : Refusal;

/// <summary>Ends before it begins, or holds nobody.</summary>
public sealed record SlotMakesNoSense : Refusal;

/// <summary>Only who has a stand needs to drive up.</summary>
public sealed record NoStandToSetUp : Refusal;

public sealed record TaskNotFound : Refusal;
