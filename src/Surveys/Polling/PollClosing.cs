using EventOps.EventStore;
using EventOps.Surveys.Polls;

namespace EventOps.Surveys.Polling;

/// <summary>Counts a closed poll once and for ever; its single votes go with the same commit.</summary>
public sealed class PollClosing(IEventStore store, Votes votes, PollViews views)
{
    /// <summary>Votes of a poll that nobody has ended stay no longer than this after its event.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public async Task<PollView> Count(PollView view, CancellationToken ct)
    {
        if (view.Poll.Result is not null) return view;
        var counted = await votes.Count(view.Id, view.Question, ct);
        await store.Handle(
            new Work().On(Poll.Stream(view.Id), Poll.Decider, new KeepResult(counted.Counts, counted.Voters))
                .Then(commit => commit.Write(new Votes.Dropped(view.Id))), ct);
        var (poll, _) = await store.Load(Poll.Stream(view.Id), Poll.Decider, ct);
        return poll.Stage == PollStage.Dropped ? view : view with { Poll = poll, Result = poll.Result ?? counted };
    }

    /// <summary>Ends and counts what was left open, and counts what was ended and left.</summary>
    public async Task TidyUp(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var (id, eventId) in await votes.Forgotten(now - Patience, ct))
        {
            await store.Handle(Poll.Stream(id), Poll.Decider, new ClosePoll(now), ct: ct);
            if (await views.Find(id, eventId, ct) is { Poll.Stage: PollStage.Closed } view) await Count(view, ct);
        }
    }
}
