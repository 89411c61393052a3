using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>
/// Keeps the asynchronous read models and the subscriptions up to date, in store order, on one host at a time. Every host runs
/// one; the one whose lease stands in the database leads, the others wait to take over.
/// </summary>
public sealed class ProjectionDaemon(
    NpgsqlDataSource database, EventStoreModel model, Wakeups wakeups, ProjectionSignals signals, IServiceProvider services,
    TimeProvider clock, ILogger<ProjectionDaemon> log) : BackgroundService
{
    private readonly Lease _lease = new(database);

    /// <summary>How the settled number is found; drills plant their bug here.</summary>
    internal Func<NpgsqlConnection, long, CancellationToken, Task<long>> Settle { get; init; } = Fence.Settle;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Lease.RenewEvery;
            try
            {
                if (await _lease.Take(stoppingToken) is { } epoch)
                    await Lead(epoch, stoppingToken);
                wait = await _lease.Left(stoppingToken);
            }
            catch (Exception failure)
            {
                if (!stoppingToken.IsCancellationRequested && !Database.IsDown(failure))
                    log.LogError("The lease of the read models cannot be taken: {Kind}", Troubles.KindOf(failure));
            }

            await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Lead(long epoch, CancellationToken stopping)
    {
        log.LogInformation("This host leads the read models, epoch {Epoch}", epoch);
        using var leading = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var ct = leading.Token;
        var settled = new Settled();
        var fence = new FenceLoop(database, wakeups, settled, Settle, log);
        var loops = Followers().Select(follower =>
                new FollowerLoop(database, model.Events, follower, settled, epoch, signals.Moved, log).Run(ct))
            .Append(fence.Run(ct))
            .Append(signals.TellOtherHosts(database, ct))
            .Append(new IdempotencySweep(database, clock).Run(ct))
            .ToList();
        foreach (var projection in model.AsyncProjections)
            signals.Moved(projection.Name); // heals what the leader before may have left untold

        try
        {
            await KeepLease(epoch, ct);
        }
        finally
        {
            await leading.CancelAsync();
            await Task.WhenAll(loops);
        }

        if (stopping.IsCancellationRequested)
            await _lease.Release(epoch);
    }

    private IEnumerable<Follower> Followers() =>
    [
        .. model.AsyncProjections.Select(projection => new ProjectionFollower(projection)),
        .. model.Subscriptions.Select(subscription => new SubscriptionFollower(subscription, services)),
    ];

    /// <summary>Returns when another host took over, when the lease ran out, or when this host stops.</summary>
    private async Task KeepLease(long epoch, CancellationToken ct)
    {
        for (var renewedAt = Environment.TickCount64; Environment.TickCount64 - renewedAt < Lease.Lasts.TotalMilliseconds;)
        {
            await Task.Delay(Lease.RenewEvery, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ct.IsCancellationRequested) return;
            try
            {
                if (!await _lease.Renew(epoch, ct)) break;
                renewedAt = Environment.TickCount64;
            }
            catch (Exception failure) when (failure is OperationCanceledException || Database.IsDown(failure))
            {
                // Tried again, until the lease must be taken for lost.
            }
        }

        log.LogWarning("This host no longer leads the read models, epoch {Epoch}", epoch);
    }
}
