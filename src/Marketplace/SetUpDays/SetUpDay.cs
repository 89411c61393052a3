using EventOps.EventStore;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.SetUpDays;

/// <summary>
/// The day when stands are set up: when exhibitors drive up to which gate, and what is to be done at each stand. Stream:
/// set-up-{event}. One stream for all slots of an event: whoever changes theirs leaves one and takes another in one decision.
/// </summary>
/// <param name="Slots">When one can arrive.</param>
/// <param name="Arrivals">Who comes in which slot; one for each exhibitor.</param>
/// <param name="Tasks">What is to be done at each stand.</param>
/// <param name="Done">What is done, by stand and task.</param>
public sealed record SetUpDay(
    Kept<DeliverySlot> Slots, IReadOnlyDictionary<Guid, Guid> Arrivals, Kept<SetUpTask> Tasks,
    IReadOnlySet<(Guid Stand, Guid Task)> Done)
{
    public static Decider<SetUpCommand, SetUpDay, SetUpEvent> Decider { get; } = new(
        "set-up", new([], new Dictionary<Guid, Guid>(), [], new HashSet<(Guid, Guid)>()), Decide, Evolve);

    public static string Stream(Guid eventId) => $"set-up-{eventId}";

    /// <summary>How many come in a slot.</summary>
    public int Booked(Guid slotId) => Arrivals.Values.Count(slot => slot == slotId);

    public static Decision<SetUpEvent> Decide(SetUpCommand command, SetUpDay now) => command switch
    {
        PutSlot c => Put(c.Slot, now),
        RemoveSlot c => !now.Slots.Has(c.SlotId) ? Decision<SetUpEvent>.Nothing
            : now.Booked(c.SlotId) is > 0 and var booked ? new SlotInUse(booked) : new SlotRemoved(c.SlotId),
        BookSlot c => Book(c, now),
        LeaveSlot c => now.Arrivals.TryGetValue(c.ExhibitorId, out var slot) ? new SlotLeft(slot, c.ExhibitorId)
            : Decision<SetUpEvent>.Nothing,
        PutTask c => now.Tasks.Holds(c.Task) ? Decision<SetUpEvent>.Nothing : new TaskPut(c.Task),
        RemoveTask c => now.Tasks.Has(c.TaskId) ? new TaskRemoved(c.TaskId) : Decision<SetUpEvent>.Nothing,
        TickTask c => !now.Tasks.Has(c.TaskId) ? new TaskNotFound()
            : now.Done.Contains((c.StandId, c.TaskId)) == c.IsDone ? Decision<SetUpEvent>.Nothing
                : new TaskTicked(c.StandId, c.TaskId, c.IsDone),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static SetUpDay Evolve(SetUpDay now, SetUpEvent happened) => happened switch
    {
        SlotPut e => now with { Slots = now.Slots.With(e.Slot) },
        SlotRemoved e => now with { Slots = now.Slots.Without(e.SlotId) },
        SlotBooked e => now with { Arrivals = new Dictionary<Guid, Guid>(now.Arrivals) { [e.ExhibitorId] = e.SlotId } },
        SlotLeft e => now with { Arrivals = now.Arrivals.Where(arrival => arrival.Key != e.ExhibitorId).ToDictionary() },
        TaskPut e => now with { Tasks = now.Tasks.With(e.Task) },
        TaskRemoved e => now with
        {
            Tasks = now.Tasks.Without(e.TaskId),
            Done = now.Done.Where(done => done.Task != e.TaskId).ToHashSet(),
        },
        TaskTicked e => now with
        {
            Done = e.IsDone ? now.Done.Append((e.StandId, e.TaskId)).ToHashSet()
                : now.Done.Where(done => done != (e.StandId, e.TaskId)).ToHashSet(),
        },
        _ => now,
    };

    private static Decision<SetUpEvent> Put(DeliverySlot slot, SetUpDay now) =>
        now.Slots.Holds(slot) ? Decision<SetUpEvent>.Nothing
        : slot.Until <= slot.From || slot.Capacity < 1 ? new SlotMakesNoSense()
        : slot.Capacity < now.Booked(slot.Id) ? new SlotInUse(now.Booked(slot.Id)) : new SlotPut(slot);

    private static Decision<SetUpEvent> Book(BookSlot wish, SetUpDay now) =>
        now.Slots.Find(wish.SlotId) is not { } slot ? new SlotNotFound()
        : !wish.HasStand ? new NoStandToSetUp()
        : now.Arrivals.GetValueOrDefault(wish.ExhibitorId) == wish.SlotId ? Decision<SetUpEvent>.Nothing
        : now.Booked(slot.Id) >= slot.Capacity ? new SlotFull(slot.Capacity) : new SlotBooked(wish.SlotId, wish.ExhibitorId);
}

/// <summary>A time window at a gate.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Gate">Where to drive up, in the organiser's words.</param>
/// <param name="From">Beginning.</param>
/// <param name="Until">End.</param>
/// <param name="Capacity">How many exhibitors fit.</param>
public sealed record DeliverySlot(Guid Id, string Gate, DateTimeOffset From, DateTimeOffset Until, int Capacity) : IPlanned;

/// <summary>Something to be done at each stand.</summary>
public sealed record SetUpTask(Guid Id, Contracts.LocalizedText Text) : IPlanned;
