using System.Collections.Concurrent;
using EventOps.EventStore;
using EventOps.Ui.Live;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace EventOps.Marketplace.WorkingOffIssues;

/// <summary>Tells the boards that are open on this host that an issue came or changed: one look a second, however many
/// watch.</summary>
public sealed class IssueFeed(NpgsqlDataSource database, LiveHub hub) : BackgroundService
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, long> _seen = new();

    public IAsyncEnumerable<LiveMessage> Watch(Guid eventId, long? lastId, CancellationToken ct)
    {
        _seen.TryAdd(eventId, -1);
        return hub.Subscribe(Topic(eventId), lastId, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (eventId, seen) in _seen.Where(watched => hub.Viewers(Topic(watched.Key)) > 0))
            {
                try
                {
                    var now = await Newest(eventId, stoppingToken);
                    if (now != seen && seen >= 0) hub.Publish(Topic(eventId), LiveMessage.Changed(now));
                    _seen[eventId] = now;
                }
                catch (Exception failure) when (Database.IsDown(failure))
                {
                    // The next look tells what was missed.
                }
            }
        }
    }

    private async Task<long> Newest(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select coalesce((extract(epoch from max(changed_at)) * 1000000)::bigint, 0) from marketplace.issues where event_id = $1
            """);
        command.Parameters.Add(Statements.Value(eventId));
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static string Topic(Guid eventId) => $"issues/{eventId}";
}
