using EventOps.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Messaging.Pumping;

/// <summary>A host's pumps: one for transactional handlers, one for edges, and the sweep that moves what became due.</summary>
internal sealed class MessagePump(
    NpgsqlDataSource database, IEventStore store, Wakeups wakeups, Arrivals arrivals, MessagingModel model,
    MessagingSettings settings, IServiceProvider services, TimeProvider clock, ILogger<MessagePump> log) : BackgroundService
{
    private static readonly TimeSpan s_lookAgainAfter = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweeping = new Sweeping(database, model, arrivals, settings, clock);
        return Task.WhenAll(
            Run(edges: false, settings.Lanes, stoppingToken),
            Run(edges: true, settings.EdgeLanes, stoppingToken),
            Forever(sweeping.Run, async ct => await Task.Delay(s_lookAgainAfter, ct), stoppingToken));
    }

    private async Task Run(bool edges, int places, CancellationToken stopping)
    {
        if (model.HandlersOf(edges).Count == 0) return;
        var attempts = new Attempts(database, settings.Lease, log);
        var pump = new Pump(
            store, arrivals.Of(edges), new(database, model, settings, edges), new(store, model, services, settings, attempts),
            attempts, places, log);
        var following = pump.Follow(wakeups.Follow(Storing.Topics.Of(edges)), stopping);
        await Forever(pump.Claim, pump.Pause, stopping);
        await following;
        await pump.End();
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
