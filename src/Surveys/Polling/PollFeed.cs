using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EventOps.EventStore;
using EventOps.Surveys.Polls;
using EventOps.Ui;
using EventOps.Ui.Live;
using Microsoft.Extensions.Hosting;

namespace EventOps.Surveys.Polling;

/// <summary>
/// Tells all who watch a poll how it stands, once a second at most: votes are no events, so a host looks at the polls that
/// somebody watches on it, one count a second however many watch.
/// </summary>
public sealed class PollFeed(PollViews views, LiveHub hub, PollRenderer renderer, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, Watched> _watched = new();

    /// <summary>HTML of the bars for everybody who reads this language.</summary>
    public IAsyncEnumerable<LiveMessage> Watch(Guid pollId, Guid eventId, Language language, long? seen) =>
        Follow(pollId, eventId, Topic(pollId, language), seen, CancellationToken.None);

    /// <summary>Signals for phones: it has begun, it is over.</summary>
    public IAsyncEnumerable<LiveMessage> WatchStage(Guid pollId, Guid eventId, long? seen) =>
        Follow(pollId, eventId, StageTopic(pollId), seen, CancellationToken.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (id, poll) in _watched)
            {
                try
                {
                    if (poll.HasViewers) await Look(id, poll, stoppingToken);
                }
                catch (Exception failure) when (Database.IsDown(failure))
                {
                    // The next look tells what was missed.
                }
            }
        }
    }

    private async IAsyncEnumerable<LiveMessage> Follow(
        Guid pollId, Guid eventId, string topic, long? seen, [EnumeratorCancellation] CancellationToken ct)
    {
        var poll = _watched.GetOrAdd(pollId, _ => new(eventId));
        poll.Join();
        try
        {
            // What changed between the page and its stream is asked for once.
            if (seen is null) yield return LiveMessage.Changed(poll.LastId);
            await foreach (var message in hub.Subscribe(topic, seen, ct)) yield return message;
        }
        finally
        {
            poll.Leave();
        }
    }

    private async Task Look(Guid id, Watched poll, CancellationToken ct)
    {
        if (await views.Find(id, poll.EventId, ct) is not { } view) return;
        var face = view.IsShown
            ? $"{view.Poll.Stage} {view.Result.Voters}: {string.Join(' ', view.Result.Counts)}" : $"{view.Poll.Stage}";
        if (face == poll.Face) return;
        // At the first look nobody knows which stage the pages show that are open already.
        var first = poll.Face is null;
        var turned = first || view.Poll.Stage != poll.Stage;
        poll.Take(face, view.Poll.Stage, clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (turned) hub.Publish(StageTopic(id), LiveMessage.Changed(poll.LastId));
        foreach (var language in Language.All)
        {
            var topic = Topic(id, language);
            // Begun or over: the whole region looks different.
            if (turned) hub.Publish(topic, LiveMessage.Changed(poll.LastId));
            if ((first || !turned) && hub.Viewers(topic) > 0)
                hub.Publish(topic, new(poll.LastId, "replace", await renderer.Render(view, language)));
        }
    }

    private static string Topic(Guid id, Language language) => $"poll/{id}/{language.Code}";

    private static string StageTopic(Guid id) => $"poll/{id}/changes";

    /// <summary>What this host has told the viewers of one poll so far.</summary>
    private sealed class Watched(Guid eventId)
    {
        private int _viewers;

        public Guid EventId => eventId;

        public bool HasViewers => Volatile.Read(ref _viewers) > 0;

        public string? Face { get; private set; }

        public PollStage Stage { get; private set; }

        public long LastId { get; private set; }

        public void Join() => Interlocked.Increment(ref _viewers);

        public void Leave() => Interlocked.Decrement(ref _viewers);

        // Clocks of hosts differ; what a viewer has seen last must not be ahead of what comes.
        public void Take(string face, PollStage stage, long now) =>
            (Face, Stage, LastId) = (face, stage, Math.Max(LastId + 1, now));
    }
}
