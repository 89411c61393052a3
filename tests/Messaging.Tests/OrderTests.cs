using System.Collections.Concurrent;

namespace EventOps.Messaging.Tests;

public sealed class OrderTests
{
    [Fact]
    public async Task Messages_of_a_key_are_handled_one_after_the_other_in_order()
    {
        var inHand = new ConcurrentDictionary<string, int>();
        var overlaps = 0;
        await using var bus = await Bus.Start(messages => messages.On<Noted>("leaving", async (message, handling) =>
        {
            if (inHand.AddOrUpdate(handling.Key, 1, (_, n) => n + 1) > 1) Interlocked.Increment(ref overlaps);
            await Task.Yield();
            inHand.AddOrUpdate(handling.Key, 0, (_, n) => n - 1);
            return Bus.Leave("leaving", handling, message.Number);
        }));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async key =>
        {
            for (var number = 100; number < 140; number++)
                await bus.Publish($"key-{key}", number);
        }));
        await bus.Quiet();

        Assert.Equal(0, overlaps);
        var byKey = (await bus.AllEffects()).GroupBy(effect => effect.Key).ToList();
        Assert.Equal(20, byKey.Count);
        Assert.All(byKey, key => Assert.Equal(Enumerable.Range(100, 40), key.Select(effect => effect.Number)));
    }

    [Fact]
    public async Task A_slow_key_does_not_hold_up_the_others()
    {
        var others = new TaskCompletionSource();
        await using var bus = await Bus.Start(messages => messages.On<Noted>("leaving", async (message, handling) =>
        {
            if (handling.Key == "slow") await others.Task;
            else if (message.Number == 20) others.SetResult();
            return Bus.Leave("leaving", handling, message.Number);
        }));

        await bus.Publish("slow", 0);
        for (var number = 1; number <= 20; number++)
            await bus.Publish($"key-{number % 3}", number == 13 ? 113 : number);
        await bus.Quiet();

        Assert.Equal(21, (await bus.Numbers()).Count);
    }

    [Fact]
    public async Task A_retry_keeps_the_order()
    {
        await using var bus = await Bus.Start(messages => messages.On<Noted>(
            "failing", (message, handling) => message.Number == 1 && handling.Attempt < 3
                ? throw new InvalidOperationException()
                : Bus.Leave("failing", handling, message.Number),
            new Retrying(5, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1))));

        for (var number = 1; number <= 5; number++)
            await bus.Publish("key", number);
        await bus.Quiet();

        Assert.Equal([1, 2, 3, 4, 5], await bus.Numbers());
    }

    [Fact]
    public async Task A_free_lane_is_found_behind_thousands_that_must_wait()
    {
        await using var bus = await Bus.Start(messages =>
            messages.On<Noted>("leaving", (message, handling) => Bus.Leave("leaving", handling, message.Number)));
        await bus.Execute("""
            insert into messaging.lanes select 'leaving', 'a-' || n, null, 'infinity' from generate_series(1, 3000) n;
            insert into messaging.queue (handler, key, id, type, body, published_at)
            select 'leaving', 'a-' || n, gen_random_uuid(), 'tests.noted.v1', '{"Number":1}', now()
            from generate_series(1, 3000) n;
            """);

        await bus.Publish("z", 2);
        await bus.Until(async () => (await bus.Numbers()).Count > 0);

        Assert.Equal([2], await bus.Numbers());
    }
}
