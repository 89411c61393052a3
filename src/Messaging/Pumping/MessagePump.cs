using System.Diagnostics;
using EventOps.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Messaging.Pumping;

/// <summary>A host's pumps: one for transactional handlers, one for edges, and the sweep that moves what became due.</summary>
internal sealed class MessagePump(
    NpgsqlDataSource database, IEventStore store, Wakeups wakeups, MessagingModel model, MessagingSettings settings,
    IServiceProvider services, TimeProvider clock, ILogger<MessagePump> log) : BackgroundService
{
    private static readonly TimeSpan s_lookAgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_inARush = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_betweenClaims = TimeSpan.FromMilliseconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweeping = new Sweeping(database, model, settings, clock);
        return Task.WhenAll(
            Pump(edges: false, settings.Lanes, stoppingToken),
            Pump(edges: true, settings.EdgeLanes, stoppingToken),
            Forever(sweeping.Run, async ct => await Task.Delay(s_lookAgainAfter, ct), stoppingToken));
    }

    private async Task Pump(bool edges, int slots, CancellationToken stopping)
    {
        if (model.HandlersOf(edges).Count == 0) return;
        var attempts = new Attempts(database, settings.Lease, log);
        var run = new LaneRun(store, model, services, settings, attempts);
        var claiming = new Claiming(database, model, settings, edges);
        var gate = new Gate();
        var running = 0;
        var following = Follow(wakeups.Follow(Storing.Topics.Of(edges)), gate, stopping);
        await Forever(Claim, async ct => await gate.Pass(ct), stopping);
        await following;
        while (Volatile.Read(ref running) > 0)
            await gate.Pass(CancellationToken.None); // finish what is begun

        async Task Claim(CancellationToken ct)
        {
            do
            {
                // In a rush, people get their places first and their mails one by one.
                var rush = edges && store.Rush;
                if (rush) await Task.Delay(s_inARush, ct);
                var free = (rush ? 1 : slots) - Volatile.Read(ref running);
                if (free <= 0) return; // the end of a lane knocks
                var claimedAt = Stopwatch.GetTimestamp();
                var lanes = await claiming.Claim(free, ct);
                var empty = lanes.Where(lane => lane.Messages.Count == 0).ToList();
                if (empty.Count > 0)
                    await attempts.Release(empty, ct);
                foreach (var lane in lanes.Except(empty))
                {
                    Interlocked.Increment(ref running);
                    _ = Task.Run(() => Run(lane, claimedAt), CancellationToken.None);
                }

                if (Volatile.Read(ref running) > 0)
                    await Task.Delay(s_betweenClaims, ct); // let more come together
            }
            while (!claiming.SawAll);
        }

        async Task Run(Lane lane, long claimedAt)
        {
            TimeSpan? wait = null;
            try
            {
                wait = await run.Run(lane, claimedAt, stopping);
            }
            catch (Exception failure)
            {
                log.LogWarning(
                    "A lane of {Handler} was left to its lease: {Error}", lane.Subscriber.Handler, Failures.Kind(failure));
            }

            Interlocked.Decrement(ref running);
            gate.Knock();
            if (wait is null) return;
            await Task.Delay(wait.Value, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            gate.Knock();
        }
    }

    private static async Task Follow(Wakeup wakeup, Gate gate, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await wakeup.WaitAsync(s_lookAgainAfter, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            gate.Knock();
        }
    }

    // Whatever goes wrong here is an outage or a bug, never the end of the loop.
    private async Task Forever(Func<CancellationToken, Task> act, Func<CancellationToken, Task> pause, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await act(stopping);
                await pause(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning("The message pump looks again in {Pause}: {Error}", s_lookAgainAfter, Failures.Kind(failure));
                await Task.Delay(s_lookAgainAfter, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
