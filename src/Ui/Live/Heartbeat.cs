using Microsoft.Extensions.Hosting;

namespace EventOps.Ui.Live;

/// <summary>One clock for all open streams of this host; when the host stops, they end.</summary>
internal sealed class Heartbeat(LiveHub hub, IHostApplicationLifetime host) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = host.ApplicationStopping.Register(hub.Close);
        using var timer = new PeriodicTimer(s_every);
        var crowd = new Crowd();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            hub.Beat();
            crowd.Look(hub.Viewers());
        }
    }
}
