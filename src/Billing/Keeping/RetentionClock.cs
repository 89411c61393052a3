using EventOps.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EventOps.Billing.Keeping;

/// <summary>Looks every hour whether the years of keeping are over, without anybody having to remember.</summary>
public sealed class RetentionClock(Retention retention, ILogger<RetentionClock> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every);
        do
        {
            try
            {
                var gone = await retention.Run(stoppingToken);
                if (gone > 0) log.LogInformation("Deleted {Rows} rows of bills and payments whose eight years are over", gone);
            }
            catch (Exception failure) when (Database.IsDown(failure))
            {
                log.LogWarning("Old bills could not be looked through: the database did not answer. Next try in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
