using EventOps.Marketplace.SetUpDays;
using EventOps.Support;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Marketplace.Tests.SetUpDays;

public class SetUpSpecs() : Specs<SetUpCommand, SetUpDay, SetUpEvent>(SetUpDay.Decider)
{
    private static readonly Guid s_us = Guid.NewGuid(), s_others = Guid.NewGuid(), s_stand = Guid.NewGuid();
    private static readonly DeliverySlot s_early = Slot("Tor 1", 1), s_late = Slot("Tor 2", 2);
    private static readonly SetUpTask s_task = new(Guid.NewGuid(), new("Strom geprüft", "Power checked"));

    [Fact]
    public void A_slot_holds_as_many_as_it_says()
    {
        Given(new SlotPut(s_early)).When(new BookSlot(s_early.Id, s_us, true)).Then(new SlotBooked(s_early.Id, s_us));
        Given(new SlotPut(s_early), new SlotBooked(s_early.Id, s_others)).When(new BookSlot(s_early.Id, s_us, true)).ThenRefused(
            new SlotFull(1));
        Given(new SlotPut(s_early), new SlotBooked(s_early.Id, s_us)).When(new BookSlot(s_early.Id, s_us, true)).ThenNothing();
        Given().When(new BookSlot(s_early.Id, s_us, true)).ThenRefused(new SlotNotFound());
        Given(new SlotPut(s_early)).When(new BookSlot(s_early.Id, s_us, false)).ThenRefused(new NoStandToSetUp());
    }

    [Fact]
    public void Who_takes_another_slot_makes_room_in_the_old_one()
    {
        SetUpEvent[] before = [
            new SlotPut(s_early), new SlotPut(s_late), new SlotBooked(s_early.Id, s_us), new SlotBooked(s_late.Id, s_us)];
        Given(before).When(new BookSlot(s_early.Id, s_others, true)).Then(new SlotBooked(s_early.Id, s_others));
        Given([.. before, new SlotLeft(s_late.Id, s_us)]).When(new LeaveSlot(s_us)).ThenNothing();
    }

    [Fact]
    public void A_slot_that_somebody_comes_in_neither_goes_nor_becomes_too_small()
    {
        SetUpEvent[] before = [new SlotPut(s_late), new SlotBooked(s_late.Id, s_us), new SlotBooked(s_late.Id, s_others)];
        Given(before).When(new RemoveSlot(s_late.Id)).ThenRefused(new SlotInUse(2));
        Given(before).When(new PutSlot(s_late with { Capacity = 1 })).ThenRefused(new SlotInUse(2));
        Given().When(new PutSlot(s_late with { Until = s_late.From })).ThenRefused(new SlotMakesNoSense());
    }

    [Fact]
    public void A_task_is_ticked_at_each_stand_and_goes_with_its_ticks()
    {
        Given().When(new TickTask(s_stand, s_task.Id, true)).ThenRefused(new TaskNotFound());
        Given(new TaskPut(s_task)).When(new TickTask(s_stand, s_task.Id, true)).Then(new TaskTicked(s_stand, s_task.Id, true));
        Given(new TaskPut(s_task), new TaskTicked(s_stand, s_task.Id, true)).When(
            new TickTask(s_stand, s_task.Id, true)).ThenNothing();
        Assert.Empty(Given(new TaskPut(s_task), new TaskTicked(s_stand, s_task.Id, true), new TaskRemoved(s_task.Id)).State.Done);
    }

    [Fact]
    public void However_people_book_leave_and_change_no_slot_is_ever_too_full() => Prop.ForAll(
        Gen.Choose(0, 4).SelectMany(kind =>
            Gen.Choose(0, 5).SelectMany(who => Gen.Choose(0, 2).Select(slot => (kind, who, slot)))).ListOf().ToArbitrary(),
        clicks =>
        {
            var slots = Enumerable.Range(0, 3).Select(number => new DeliverySlot(
                new Guid(number, 0, 0, new byte[8]), "Tor", default, default(DateTimeOffset).AddHours(1), number + 1)).ToList();
            var now = slots.Aggregate(SetUpDay.Decider.Initial, (day, slot) => SetUpDay.Evolve(day, new SlotPut(slot)));
            foreach (var (kind, who, slot) in clicks)
            {
                var exhibitor = new Guid(who, 1, 0, new byte[8]);
                SetUpCommand command = kind switch
                {
                    0 => new LeaveSlot(exhibitor),
                    1 => new PutSlot(slots[slot] with { Capacity = who + 1 }),
                    _ => new BookSlot(slots[slot].Id, exhibitor, true),
                };
                now = SetUpDay.Decide(command, now).Events.Aggregate(now, SetUpDay.Evolve);
                if (now.Slots.Any(some => now.Booked(some.Id) > some.Capacity)) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static DeliverySlot Slot(string gate, int capacity) =>
        new(Guid.NewGuid(), gate, new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero),
            capacity);
}
