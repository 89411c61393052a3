using EventOps.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EventOps.Registration.Erasing;

/// <summary>Looks every hour whether personal data is due to go, without anybody having to remember.</summary>
public sealed class RetentionClock(Retention retention, ILogger<RetentionClock> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every);
        do
        {
            await Look(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            var erased = await retention.Run(ct);
            if (erased > 0) log.LogInformation("Erased {Rows} personal rows whose time was over", erased);
        }
        catch (Exception failure) when (Database.IsDown(failure))
        {
            log.LogWarning("Personal data could not be looked through: the database did not answer. Next try in an hour");
        }
    }
}
