using System.Collections.Concurrent;
using EventOps.Barcamp.Entering;
using EventOps.EventStore;
using EventOps.Ui.Live;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace EventOps.Barcamp.WritingNotes;

/// <summary>Tells who reads the notes of an event that somebody wrote, on whichever host; at most once a second.</summary>
public sealed class NoteFeed(Wakeups wakeups, LiveHub hub, NpgsqlDataSource database) : BackgroundService
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_lookAnyway = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Guid, byte> _watched = new();

    public IAsyncEnumerable<LiveMessage> Watch(AtBarcamp at, long? after)
    {
        _watched[at.Id] = 0;
        return hub.Subscribe(Of(at.Id), after, CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var written = wakeups.Follow(Notes.Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await written.WaitAsync(s_lookAnyway, stoppingToken);
                foreach (var id in _watched.Keys.Where(id => hub.Viewers(Of(id)) > 0)) await Tell(id, stoppingToken);
            }
            catch (Exception failure) when (failure is OperationCanceledException || Database.IsDown(failure))
            {
                // The next look tells what was missed.
            }

            await Task.Delay(s_between, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string Of(Guid eventId) => $"notes/{eventId}";

    private async Task Tell(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select max(changed_at) from barcamp.notes where event_id = $1");
        command.Parameters.Add(Statements.Value(eventId));
        if (await command.ExecuteScalarAsync(ct) is DateTime newest)
            hub.Publish(Of(eventId), LiveMessage.Changed(new DateTimeOffset(newest).ToUnixTimeMilliseconds()));
    }
}
