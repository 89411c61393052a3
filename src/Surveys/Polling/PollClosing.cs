using EventOps.EventStore;
using EventOps.Surveys.Polls;

namespace EventOps.Surveys.Polling;

/// <summary>Counts a closed poll once and for ever; its single votes go with the same commit.</summary>
public sealed class PollClosing(IEventStore store, Votes votes)
{
    public async Task<PollView> Count(PollView view, CancellationToken ct)
    {
        if (view.Poll.Result is not null) return view;
        var counted = await votes.Count(view.Id, view.Question, ct);
        await store.Handle(
            new Work().On(Poll.Stream(view.Id), Poll.Decider, new KeepResult(counted.Counts, counted.Voters))
                .Then(commit => commit.Write(new Votes.Dropped(view.Id))), ct);
        var (poll, _) = await store.Load(Poll.Stream(view.Id), Poll.Decider, ct);
        return view with { Poll = poll, Result = poll.Result ?? counted };
    }
}
