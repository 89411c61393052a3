using EventOps.EventStore;

namespace EventOps.Messaging.Tests;

public sealed class ExactlyOnceTests
{
    [Fact]
    public async Task Messages_delivered_several_times_and_shuffled_have_their_effects_once()
    {
        await using var bus = await Bus.Start(Leaving);
        var random = new Random(4711);
        var copies = Enumerable.Range(0, 100)
            .SelectMany(number => Enumerable.Repeat((Number: number, Id: Guid.NewGuid()), random.Next(2, 6))).ToArray();
        random.Shuffle(copies);

        await Task.WhenAll(copies.Select(copy => bus.Publish($"key-{copy.Number % 7}", copy.Number + 100, id: copy.Id)));
        await bus.Quiet();

        Assert.Equal(Enumerable.Range(100, 100), (await bus.Numbers()).Order());
    }

    [Fact]
    public async Task Copies_under_different_keys_race_and_only_one_has_its_effect()
    {
        await using var bus = await Bus.Start(messages => messages.On<Noted>("leaving", async (message, handling) =>
        {
            await Task.Yield();
            return Bus.Leave("leaving", handling, message.Number);
        }));
        var ids = Enumerable.Range(0, 30).Select(_ => Guid.NewGuid()).ToList();

        await Task.WhenAll(ids.SelectMany(id => Enumerable.Range(1, 4).Select(copy => bus.Publish($"{id}-{copy}", 1, id: id))));
        await bus.Quiet();

        Assert.Equal(30, (await bus.Numbers()).Count);
    }

    [Fact]
    public async Task A_copy_that_comes_31_days_later_has_no_effect()
    {
        var clock = new MovedClock();
        await using var bus = await Bus.Start(Leaving, clock: clock);
        var id = Guid.NewGuid();
        await bus.Publish("key", 1, id: id);
        await bus.Quiet();

        clock.Move(TimeSpan.FromDays(31));
        await bus.Execute("insert into messaging.handled values (gen_random_uuid(), 'long-ago', now() - interval '60 days')");
        await bus.Until(async () => await bus.Read<long>(
            "select count(*) from messaging.handled where handler = 'long-ago'") == 0);
        await bus.Publish("key", 1, id: id);
        await bus.Quiet();

        Assert.Equal([1], await bus.Numbers());
    }

    [Fact]
    public async Task A_failed_effect_takes_the_mark_and_the_messages_with_it()
    {
        await using var bus = await Bus.Start(messages => messages
            .On<Noted>("failing", (message, handling) => Bus
                .Leave("failing", handling, handling.Attempt == 1 ? 13 : message.Number)
                .Then(commit => commit.Publish(new Echoed(handling.Attempt), handling.Key)))
            .On<Echoed>("echoing", (message, handling) => Bus.Leave("echoing", handling, message.Number)));

        await bus.Publish("key", 7);
        await bus.Quiet();

        Assert.Equal([new("failing", "key", 7), new Effect("echoing", "key", 2)], await bus.AllEffects());
        Assert.Equal(2L, await bus.Read<long>("select count(*) from messaging.handled"));
    }

    [Fact]
    public async Task A_message_whose_sender_fails_is_never_sent()
    {
        await using var bus = await Bus.Start(Leaving);

        await Assert.ThrowsAnyAsync<Exception>(() => bus.Store.Handle(new Work().Then(commit =>
        {
            commit.Publish(new Noted(1), "key");
            commit.Write(new Effect("sender", "key", 13));
        })));
        await bus.Publish("key", 2);
        await bus.Quiet();

        Assert.Equal([2], await bus.Numbers());
    }

    private static void Leaving(MessagingModel messages) =>
        messages.On<Noted>("leaving", (message, handling) => Bus.Leave("leaving", handling, message.Number));
}
