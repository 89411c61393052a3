using EventOps.EventStore;
using EventOps.Surveys.Polls;

namespace EventOps.Surveys.Polling;

/// <summary>Finds polls as they stand: what runs is counted, what is over was counted once.</summary>
public sealed class PollViews(IEventStore store, Votes votes)
{
    /// <summary>Null where this event has no such poll.</summary>
    public async Task<PollView?> Find(Guid id, Guid eventId, CancellationToken ct)
    {
        var (poll, _) = await store.Load(Poll.Stream(id), Poll.Decider, ct);
        return poll.Question is { } question && poll.EventId == eventId
            ? new(id, poll, poll.Result ?? await votes.Count(id, question, ct)) : null;
    }

    public async Task<IReadOnlyList<PollView>> OfEvent(Guid eventId, CancellationToken ct)
    {
        var views = new List<PollView>();
        foreach (var id in await votes.Polls(eventId, ct))
        {
            if (await Find(id, eventId, ct) is { } view) views.Add(view);
        }

        return views;
    }
}
