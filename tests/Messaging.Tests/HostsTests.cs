using EventOps.Support;

namespace EventOps.Messaging.Tests;

public sealed class HostsTests
{
    [Fact]
    public async Task Two_hosts_share_the_work_and_each_effect_comes_once_in_order()
    {
        var settings = new MessagingSettings { Lanes = 4 };
        await using var one = await Bus.Start(messages => Leaving(messages, "one"), settings);
        await using var two = await Bus.Start(messages => Leaving(messages, "two"), settings, database: one.ConnectionString);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async key =>
        {
            for (var number = 100; number < 120; number++)
                await one.Publish($"key-{key}", number);
        }));
        await one.Quiet();

        var effects = await one.AllEffects();
        Assert.Equal(["one", "two"], effects.Select(effect => effect.Handler).Distinct().Order());
        Assert.All(
            effects.GroupBy(effect => effect.Key), key => Assert.Equal(Enumerable.Range(100, 20), key.Select(e => e.Number)));
        Assert.Equal(800, effects.Count);
    }

    [Fact]
    public async Task What_a_dead_host_held_is_taken_over_when_its_lease_ends()
    {
        var settings = new MessagingSettings { Lease = TimeSpan.FromSeconds(2) };
        var (begun, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var sender = await Bus.Start(_ => { });
        await using var cable = new CuttableProxy(sender.ConnectionString);
        await using var dead = await Bus.Start(messages => messages.On<Noted>("leaving", async (message, handling) =>
        {
            begun.TrySetResult();
            await never.Task;
            return Bus.Leave("dead", handling, message.Number);
        }), settings, database: cable.ConnectionString);
        await dead.Publish("key", 1);
        await begun.Task;

        cable.Cut();
        var leaseEnds = await sender.Read<DateTime>("select lease_until from messaging.lanes");
        await using var survivor = await Bus.Start(
            messages => Leaving(messages, "survivor"), settings, database: sender.ConnectionString);
        await survivor.Until(async () => (await survivor.Numbers()).Count == 1);

        Assert.InRange(await sender.Read<DateTime>("select clock_timestamp()"), leaseEnds, leaseEnds.AddSeconds(10));
        Assert.Equal([new Effect("survivor", "key", 1)], await survivor.AllEffects());
        never.SetResult();
    }

    [Fact]
    public async Task A_host_that_wakes_up_after_its_lease_changes_nothing()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var paused = await Bus.Start(messages => messages.On<Noted>("leaving", async (message, handling) =>
        {
            begun.TrySetResult();
            await goOn.Task;
            return Bus.Leave("paused", handling, message.Number);
        }), new MessagingSettings { Lanes = 1 });
        await paused.Publish("key", 1);
        await begun.Task;
        await using var other = await Bus.Start(messages => Leaving(messages, "other"), database: paused.ConnectionString);

        await paused.Execute("update messaging.lanes set lease_until = now()"); // as if 30 s had gone by
        await other.Quiet();
        goOn.SetResult();
        await paused.Publish("key", 2);
        await paused.Quiet();

        Assert.Equal([1, 2], await paused.Numbers());
        Assert.Equal("other", (await paused.AllEffects())[0].Handler);
        // A host may just be giving back a lane in which it found nothing. One that was forgotten stays, well beyond this wait.
        await paused.Until(async () => await paused.Read<long>("select count(*) from messaging.lanes") == 0);
    }

    [Fact]
    public async Task An_outage_of_the_database_is_no_attempt_and_is_over_soon_after_it_ends()
    {
        await using var database = await Bus.Start(_ => { });
        await using var cable = new CuttableProxy(database.ConnectionString);
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await Bus.Start(messages => messages.On<Noted>("leaving", async (_, handling) =>
        {
            begun.TrySetResult();
            await goOn.Task;
            return Bus.Leave("leaving", handling, handling.Attempt);
        }), database: cable.ConnectionString);
        await host.Publish("key", 1);
        await begun.Task;

        cable.Cut();
        goOn.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => host.Publish("key", 2));
        cable.Plug();
        await database.Until(async () => (await database.Numbers()).Count > 0);
        await database.Quiet();

        Assert.All(await database.Numbers(), attempt => Assert.Equal(1, attempt));
    }

    [Fact]
    public async Task An_edge_that_has_acted_does_not_act_again_because_the_database_went_away()
    {
        await using var database = await Bus.Start(_ => { });
        await using var cable = new CuttableProxy(database.ConnectionString);
        var sent = 0;
        await using var host = await Bus.Start(messages => messages.OnEdge<Noted>("sending", (_, _, _) =>
        {
            Interlocked.Increment(ref sent);
            cable.Cut();
            return Task.CompletedTask;
        }), database: cable.ConnectionString);
        await host.Publish("key", 1);
        await database.Until(() => Task.FromResult(sent > 0));

        cable.Plug();
        await database.Quiet();

        Assert.Equal(1, sent);
        Assert.Equal(1L, await database.Read<long>("select count(*) from messaging.handled"));
    }

    private static void Leaving(MessagingModel messages, string name) =>
        messages.On<Noted>("leaving", (message, handling) => Bus.Leave(name, handling, message.Number));
}
