using EventOps.EventStore;

namespace EventOps.Host.Operating;

/// <summary>Sets the clock by the database once a minute.</summary>
public sealed class ClockSynchronisation(DatabaseClock clock, ILogger<ClockSynchronisation> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await minute.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await clock.Synchronise(stoppingToken);
            }
            catch (Exception failure) when (Database.IsDown(failure))
            {
                log.LogWarning("The clock was not set: the database did not answer."); // the steady counter carries it on
            }
        }
    }
}
