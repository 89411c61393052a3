using System.Collections.Concurrent;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.ProposingASchedule;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.SchedulingByProposal;

/// <summary>A proposed schedule with the plan that it starts from.</summary>
/// <param name="Plan">The board as it was then, with all that waited.</param>
/// <param name="Schedule">What is proposed.</param>
/// <param name="LeftOut">The least wanted of what waits, where not everything finds a cell.</param>
public sealed record Proposed(Plan Plan, ScheduleProposal Schedule, IReadOnlyList<PlannedSession> LeftOut);

/// <summary>
/// Makes proposed schedules, and keeps them a while: while one part after the other is taken over, the rest stays what the
/// moderator read, though stars go on coming.
/// </summary>
public sealed class ProposedSchedules(Plans plans, StarRows stars, TimeProvider clock) : IDisposable
{
    private const int Kept = 40;
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(Guid EventId, ScheduleWish Wish), (Proposed Proposed, long At)> _known = new();
    // A search keeps one core busy for a quarter of a second: never both.
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<Proposed> Of(AtBarcamp at, ScheduleWish wish, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_known.TryGetValue((at.Id, wish), out var known) && clock.GetElapsedTime(known.At) < s_maxAge)
                return known.Proposed;
            var plan = await plans.ForModerators(at, wish.From, ct);
            var proposed = Make(plan, await stars.Of(plan, ct), clock.GetUtcNow(), wish);
            if (_known.Count >= Kept) _known.Clear();
            _known[(at.Id, wish)] = (proposed, clock.GetTimestamp());
            return proposed;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    public static Proposed Make(Plan plan, ProposingASchedule.Stars stars, DateTimeOffset now, ScheduleWish wish)
    {
        if (wish.Freedom == Freedom.Little) return new(plan, ScheduleProposal.Repair(plan, stars, now, wish.Seed), []);
        var concerned = wish.Freedom == Freedom.Placed
            ? plan with { Sessions = [.. plan.Sessions.Where(session => session.State != SessionState.Parked)] }
            : plan;
        var schedule = ScheduleProposal.For(concerned, stars, now, wish.Seed);
        if (schedule.Obstacles.OfType<MoreSessionsThanCells>().FirstOrDefault() is not { } many) return new(plan, schedule, []);

        // More ideas than cells is how most mornings begin: the most wanted ones get what there is.
        var leftOut = new List<PlannedSession>();
        var tooMany = many.Needed - many.Free;
        foreach (var session in concerned.Sessions.Where(session => session.State == SessionState.Parked)
            .OrderBy(session => stars.Of(session.Id).Count).ThenBy(session => session.Id))
        {
            if (tooMany <= 0) break;
            leftOut.Add(session);
            tooMany -= session.Wishes.Slots;
        }

        return tooMany > 0
            ? new(plan, schedule, [])
            : new(plan, ScheduleProposal.For(concerned with { Sessions = [.. concerned.Sessions.Except(leftOut)] }, stars, now, wish.Seed), leftOut);
    }
}
