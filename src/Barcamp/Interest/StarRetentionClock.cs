using EventOps.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EventOps.Barcamp.Interest;

/// <summary>Looks every hour whether stars are due to become totals, without anybody having to remember.</summary>
public sealed class StarRetentionClock(StarRetention retention, ILogger<StarRetentionClock> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every);
        do
        {
            try
            {
                var forgotten = await retention.Run(stoppingToken);
                if (forgotten > 0)
                    log.LogInformation("Forgot who gave {Stars} stars whose time was over; their totals stay", forgotten);
            }
            catch (Exception failure) when (Database.IsDown(failure))
            {
                log.LogWarning("Stars could not be looked through: the database did not answer. Next try in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
