using System.Diagnostics;
using EventOps.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Messaging.Tests;

public sealed class WakeupTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_message_is_handled_long_before_the_walk_along_the_queue_would_find_it()
    {
        TaskCompletionSource? handled = null;
        await using var bus = await Bus.Start(messages => messages.On<Noted>("waking", (_, _) =>
            new Work().Then(_ => handled!.TrySetResult())));
        var times = new List<double>();
        for (var i = 0; i < 15; i++)
        {
            await Task.Delay(60); // the pump has nothing to do and falls asleep
            handled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            var since = Stopwatch.GetTimestamp();
            await bus.Publish($"key-{i}", i);
            await handled.Task;
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        Assert.InRange(times.Order().ElementAt(7), 0, 100); // walks are 200 ms apart
    }

    [Fact]
    public async Task A_commit_that_comes_while_a_follower_looks_ends_its_next_wait()
    {
        await using var bus = await Bus.Start(_ => { });
        var wakeups = bus.Services.GetRequiredService<Wakeups>();
        var (early, witness) = (wakeups.Follow(), wakeups.Follow());
        await Settled(early, witness);

        await bus.Publish("key", 1);
        await witness.WaitAsync(s_long); // now the signal is there, and nobody waits on the other

        var since = Stopwatch.StartNew();
        await early.WaitAsync(s_long);
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_listener_comes_back_after_its_connection_was_ended()
    {
        await using var bus = await Bus.Start(_ => { });
        var wakeup = bus.Services.GetRequiredService<Wakeups>().Follow();
        await Settled(wakeup);

        await bus.Execute("""
            select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()
            """);
        await wakeup.WaitAsync(s_long); // told after the reconnect, since something may have been missed
        var since = Stopwatch.StartNew();
        await bus.Publish("key", 1);
        await wakeup.WaitAsync(s_long);

        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    // The first signal is the listener's own: it listens from now on.
    private static async Task Settled(params Wakeup[] wakeups)
    {
        foreach (var wakeup in wakeups)
            await wakeup.WaitAsync(s_long);
    }
}
