using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Ui.Live;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>
/// Tells all who watch an entrance how many are here: one query per change for all watched events together, one encoded message
/// for all viewers. A message's id is the number of passes that it counts: it grows with every change, alike on each host.
/// </summary>
public sealed class ArrivalsFeed(NpgsqlDataSource database, ProjectionSignals signals, LiveHub hub) : BackgroundService
{
    // A rush of scans becomes a few messages a second; the first of them is told at once.
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_lookAnyway = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, LiveMessage> _latest = new();

    /// <summary>The figures as they are, then each change: as data (<c>arrivals</c>), and for fragments (<c>changed</c>).</summary>
    public async IAsyncEnumerable<LiveMessage> Watch(Guid eventId, long? lastId, [EnumeratorCancellation] CancellationToken ct)
    {
        await Look([eventId], ct);
        var known = lastId ?? -1;
        if (lastId is null)
        {
            var now = _latest[eventId];
            known = now.Id;
            yield return now;
            yield return LiveMessage.Changed(now.Id);
        }

        await foreach (var message in hub.Subscribe(Topic(eventId), known, ct))
        {
            if (message.IsBeat)
            {
                yield return message;
                continue;
            }

            // "changed" stands for messages that were missed: the newest one holds them all.
            yield return message.Event == Arrivals.LiveEvent ? message : _latest[eventId];
            yield return LiveMessage.Changed(message.Id);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var moved = signals.Follow(Arrivals.Name);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await moved.WaitAsync(s_lookAnyway, stoppingToken);
                await Look([.. _latest.Keys.Where(id => hub.Viewers(Topic(id)) > 0)], stoppingToken);
            }
            catch (Exception failure) when (failure is OperationCanceledException || Database.IsDown(failure))
            {
                // The next look tells what was missed.
            }

            await Task.Delay(s_between, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string Topic(Guid eventId) => $"arrivals/{eventId}";

    private async Task Look(IReadOnlyList<Guid> events, CancellationToken ct)
    {
        if (events.Count == 0) return;
        var gates = (await Totals(events, ct)).ToLookup(total => total.EventId, total => total.At);
        foreach (var id in events)
        {
            var news = Message([.. gates[id]]);
            var latest = _latest.AddOrUpdate(id, news, (_, known) => known.Id >= news.Id ? known : news);
            if (latest == news) hub.Publish(Topic(id), news);
        }
    }

    private static LiveMessage Message(IReadOnlyList<ArrivalsMessage.Gate> gates)
    {
        var (entered, left) = (gates.Sum(gate => gate.Entered), gates.Sum(gate => gate.Left));
        var data = JsonSerializer.Serialize(new(entered - left, entered, left, gates), ArrivalsJson.Default.ArrivalsMessage);
        return new(entered + left, Arrivals.LiveEvent, data);
    }

    private async Task<List<(Guid EventId, ArrivalsMessage.Gate At)>> Totals(IReadOnlyList<Guid> events, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select event_id, gate, sum(entered)::int, sum(left_again)::int from registration.arrivals
            where event_id = any($1) and list = $2 group by event_id, gate order by gate
            """);
        command.Parameters.Add(events.Column(id => id));
        command.Parameters.Add(Statements.Value(AttendeeList.EntryList));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var totals = new List<(Guid, ArrivalsMessage.Gate)>();
        while (await reader.ReadAsync(ct))
            totals.Add((reader.GetGuid(0), new(reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3))));
        return totals;
    }
}
