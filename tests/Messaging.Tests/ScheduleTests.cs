using EventOps.EventStore;

namespace EventOps.Messaging.Tests;

public sealed class ScheduleTests
{
    [Fact]
    public async Task A_scheduled_message_is_handled_when_it_is_due_and_holds_nobody_up()
    {
        var clock = new MovedClock();
        await using var bus = await Bus.Start(Leaving, clock: clock);

        await bus.Publish("key", 2, due: clock.GetUtcNow().AddMinutes(15));
        await bus.Publish("key", 1);
        await bus.Quiet();
        Assert.Equal([1], await bus.Numbers());

        clock.Move(TimeSpan.FromMinutes(16));
        await bus.Quiet();
        Assert.Equal([1, 2], await bus.Numbers());
    }

    [Fact]
    public async Task Scheduled_messages_of_a_key_come_in_the_order_of_their_times()
    {
        var clock = new MovedClock();
        await using var bus = await Bus.Start(Leaving, clock: clock);
        foreach (var minutes in new[] { 30, 10, 20 })
            await bus.Publish("key", minutes, due: clock.GetUtcNow().AddMinutes(minutes));

        clock.Move(TimeSpan.FromHours(1));
        await bus.Quiet();

        Assert.Equal([10, 20, 30], await bus.Numbers());
    }

    [Fact]
    public async Task A_cancelled_message_is_never_handled()
    {
        var clock = new MovedClock();
        await using var bus = await Bus.Start(Leaving, clock: clock);
        var (kept, cancelled) = (Guid.NewGuid(), Guid.NewGuid());
        await bus.Publish("key", 1, due: clock.GetUtcNow().AddMinutes(15), id: cancelled);
        await bus.Publish("key", 2, due: clock.GetUtcNow().AddMinutes(15), id: kept);

        await bus.Store.Handle(new Work().Then(commit => commit.Cancel(cancelled)));
        clock.Move(TimeSpan.FromMinutes(16));
        await bus.Quiet();

        Assert.Equal([2], await bus.Numbers());
    }

    [Fact]
    public async Task A_message_scheduled_twice_under_one_id_is_handled_once()
    {
        var clock = new MovedClock();
        await using var bus = await Bus.Start(Leaving, clock: clock);
        var id = Guid.NewGuid();
        await bus.Publish("key", 1, due: clock.GetUtcNow().AddMinutes(15), id: id);
        await bus.Publish("key", 1, due: clock.GetUtcNow().AddMinutes(20), id: id);

        clock.Move(TimeSpan.FromHours(1));
        await bus.Quiet();

        Assert.Equal([1], await bus.Numbers());
    }

    private static void Leaving(MessagingModel messages) =>
        messages.On<Noted>("leaving", (message, handling) => Bus.Leave("leaving", handling, message.Number));
}
