using System.Diagnostics;
using EventOps.EventStore;
using EventOps.Messaging.Storing;

namespace EventOps.Messaging.Pumping;

/// <summary>Handles the messages of one lane in order, as long as its lease allows.</summary>
internal sealed class LaneRun(
    IEventStore store, MessagingModel model, IServiceProvider services, MessagingSettings settings, Attempts attempts)
{
    private static readonly TimeSpan s_outagePause = TimeSpan.FromMilliseconds(200);

    /// <summary>Handles what was claimed, unless a message fails or the time is up.</summary>
    public async Task<Left> Run(Lane lane, long claimedAt, CancellationToken stopping)
    {
        for (var i = 0; i < lane.Messages.Count; i++)
        {
            if (stopping.IsCancellationRequested)
            {
                await attempts.Release([lane], CancellationToken.None);
                return Left.Nothing;
            }

            var isLast = i == lane.Messages.Count - 1 || Stopwatch.GetElapsedTime(claimedAt) > settings.RunTime;
            var message = lane.Messages[i];
            // Two of one id that were fetched together: the second is as good as marked.
            if (lane.Messages.Take(i).Any(before => before.Id == message.Id)) message = message with { IsKnown = true };
            var (done, wait) = await Try(lane, message, isLast, stopping);
            if (!done) return new(wait, More: false);
            if (isLast) return new(null, More: i < lane.Messages.Count - 1 || lane.Messages.Count == Claiming.MessagesPerLane);
        }

        return Left.Nothing;
    }

    private async Task<(bool Done, TimeSpan? Wait)> Try(Lane lane, Queued message, bool isLast, CancellationToken stopping)
    {
        var progress = new Progress();
        while (true)
        {
            try
            {
                await Handle(lane, message, isLast, progress);
                return (true, null);
            }
            catch (Exception failure) when (Failures.IsOutage(failure))
            {
                if (!await SitOut(lane, stopping)) return (false, null);
            }
            catch (Exception failure)
            {
                Meters.Failed(lane.Subscriber.Handler);
                return (false, await attempts.Failed(lane, message, failure, CancellationToken.None));
            }
        }
    }

    // An outage of the database is not an attempt. When it is over, the lane is still ours unless another host took it.
    private async Task<bool> SitOut(Lane lane, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(s_outagePause, CancellationToken.None);
            try
            {
                return await attempts.Renew(lane, CancellationToken.None);
            }
            catch (Exception failure) when (Failures.IsOutage(failure))
            {
                // still away
            }
        }

        return false;
    }

    private async Task Handle(Lane lane, Queued message, bool isLast, Progress progress)
    {
        if (message.IsKnown)
        {
            await Complete(lane, message, isLast, new(), null, mark: false);
            return;
        }

        try
        {
            using var time = new CancellationTokenSource(settings.HandlerTime);
            await using var handling = new Handling(
                message.Id, lane.Key, services, message.Attempts + 1, message.CorrelationId, message.PublishedAt)
            { Cancellation = time.Token };
            var work = progress.HasActed ? new() : await Act(lane.Subscriber, message, handling);
            progress.HasActed = lane.Subscriber.IsEdge;
            var outcome = await Complete(lane, message, isLast, work.By(handling.Metadata), null);
            if (outcome.Refusal is StillRunning) throw new TimeoutException("The work's idempotency key is busy.");
            if (outcome.Refusal is { } refusal)
                outcome = await Complete(lane, message, isLast, AnswerTo(refusal, handling), refusal.GetType().Name);
            if (outcome.Refusal is not null || outcome.Replayed)
                await Complete(lane, message, isLast, new(), outcome.Refusal?.GetType().Name);
            Meters.Handled(lane.Subscriber.Handler, handling);
        }
        catch (Exception failure) when (Failures.IsHandledBefore(failure))
        {
            await Complete(lane, message, isLast, new(), null, mark: false);
        }
    }

    private Task<Work> Act(Subscriber subscriber, Queued message, Handling handling) =>
        subscriber.Handle(model.Read(message.Type, message.Body), handling).WaitAsync(handling.Cancellation);

    private static Work AnswerTo(Refusal refusal, Handling handling) =>
        (handling.Answer?.Invoke(refusal) ?? new()).By(handling.Metadata);

    private Task<Outcome> Complete(Lane lane, Queued message, bool isLast, Work work, string? note, bool mark = true) =>
        store.Handle(work.Then(commit =>
        {
            commit.Write(new Handled(message.Id, lane.Subscriber.Handler, lane.Key, message.Position, commit.At, note, mark));
            if (isLast)
                commit.Write(new Released(lane.Subscriber.Handler, lane.Key, lane.Owner));
        }));

    /// <summary>What a run leaves of its lane.</summary>
    /// <param name="Wait">How long the lane waits for its next attempt; null when it is free, parked or lost.</param>
    /// <param name="More">The lane is free, and more waits in it than was claimed, or could be handled in time.</param>
    public sealed record Left(TimeSpan? Wait, bool More)
    {
        public static Left Nothing { get; } = new(null, false);
    }

    // An edge that has acted must not act again because the database went away before the mark was written.
    private sealed class Progress
    {
        public bool HasActed { get; set; }
    }
}
