namespace EventOps.Marketplace.SetUpDays;

public abstract record SetUpEvent;

public sealed record SlotPut(DeliverySlot Slot) : SetUpEvent;

public sealed record SlotRemoved(Guid SlotId) : SetUpEvent;

/// <summary>What the exhibitor had before is given up with it.</summary>
public sealed record SlotBooked(Guid SlotId, Guid ExhibitorId) : SetUpEvent;

public sealed record SlotLeft(Guid SlotId, Guid ExhibitorId) : SetUpEvent;

public sealed record TaskPut(SetUpTask Task) : SetUpEvent;

public sealed record TaskRemoved(Guid TaskId) : SetUpEvent;

public sealed record TaskTicked(Guid StandId, Guid TaskId, bool IsDone) : SetUpEvent;
