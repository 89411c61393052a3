using System.Diagnostics;
using EventOps.EventStore;
using Microsoft.Extensions.Logging;

namespace EventOps.Messaging.Pumping;

/// <summary>
/// Takes lanes as places get free, and runs each on the pool: those that this host knows to have work, and now and then whatever
/// the queue holds: what other hosts sent, what they left behind, what is due again.
/// </summary>
internal sealed class Pump(
    IEventStore store, KnownLanes known, Claiming claiming, LaneRun run, Attempts attempts, int places, ILogger log)
{
    private static readonly TimeSpan s_lookAgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_inARush = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_betweenClaims = TimeSpan.FromMilliseconds(2);

    private int _running;
    private bool _asked = true; // to look at the queue
    private bool _sawPart; // of the queue, in the last look
    private bool _looked; // in the last claim
    private long _lookedAt;

    /// <summary>Waits for the next reason to claim.</summary>
    public Task Pause(CancellationToken ct) => known.Gate.Pass(Volatile.Read(ref _asked) ? s_betweenLooks : s_lookAgainAfter, ct);

    /// <summary>Looks at the queue whenever some host announces messages, and each second.</summary>
    public async Task Follow(Wakeup announced, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await announced.WaitAsync(s_lookAgainAfter, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Volatile.Write(ref _asked, true);
            known.Gate.Knock();
        }
    }

    /// <summary>Finishes what is begun.</summary>
    public async Task End()
    {
        while (Volatile.Read(ref _running) > 0)
            await known.Gate.Pass(Timeout.InfiniteTimeSpan, CancellationToken.None);
    }

    /// <summary>Sets lanes going until no place is free, or nothing is left to do.</summary>
    public async Task Claim(CancellationToken stopping)
    {
        while (true)
        {
            // In a rush, people get their places first and their mails one by one.
            var rush = claiming.Edges && store.Rush;
            if (rush) await Task.Delay(s_inARush, stopping);
            var free = (rush ? 1 : places) - Volatile.Read(ref _running);
            if (free <= 0) return; // the end of a lane knocks
            var claimedAt = Stopwatch.GetTimestamp();
            var lanes = await Next(free, stopping);
            if (lanes is null) return;
            await Start(lanes, claimedAt, stopping);
            if (Volatile.Read(ref _running) > 0)
                await Task.Delay(s_betweenClaims, stopping); // let more come together
        }
    }

    // With much to walk along, walk and known lanes take turns; else what is known comes first, and the walk once in a while.
    private Task<IReadOnlyList<Lane>?> Next(int atMost, CancellationToken ct)
    {
        var nothingKnown = known.IsEmpty;
        _looked = _sawPart
            ? nothingKnown || !_looked
            : Volatile.Read(ref _asked) && Stopwatch.GetElapsedTime(_lookedAt) >= (nothingKnown ? s_betweenLooks : s_lookAgainAfter);
        if (_looked) return Look(atMost, ct);
        return nothingKnown ? Task.FromResult<IReadOnlyList<Lane>?>(null) : ClaimKnown(known.Take(atMost), ct);
    }

    private async Task<IReadOnlyList<Lane>?> Look(int atMost, CancellationToken ct)
    {
        Volatile.Write(ref _asked, false);
        _lookedAt = Stopwatch.GetTimestamp();
        var lanes = await claiming.Claim(atMost, ct);
        _sawPart = !claiming.SawAll;
        foreach (var lane in lanes)
            known.Hold(lane.Name);
        return lanes;
    }

    private async Task<IReadOnlyList<Lane>?> ClaimKnown(IReadOnlyList<LaneName> wanted, CancellationToken ct)
    {
        IReadOnlyList<Lane> lanes = [];
        var failed = true;
        try
        {
            if (wanted.Count > 0) lanes = await claiming.Claim(wanted, ct);
            failed = false;
            return lanes;
        }
        finally
        {
            var others = wanted.Except(lanes.Select(lane => lane.Name)).ToList();
            foreach (var lane in others)
                known.End(lane, more: failed);
            if (others.Count > 0) Volatile.Write(ref _asked, true); // another host has them, or they wait for their next attempt
        }
    }

    private async Task Start(IReadOnlyList<Lane> lanes, long claimedAt, CancellationToken stopping)
    {
        var empty = lanes.Where(lane => lane.Messages.Count == 0).ToList();
        foreach (var lane in lanes.Except(empty))
        {
            Interlocked.Increment(ref _running);
            _ = Task.Run(() => Run(lane, claimedAt, stopping), CancellationToken.None);
        }

        if (empty.Count == 0) return;
        foreach (var lane in empty)
            known.End(lane.Name, more: false);
        await attempts.Release(empty, stopping);
    }

    private async Task Run(Lane lane, long claimedAt, CancellationToken stopping)
    {
        var left = LaneRun.Left.Nothing;
        try
        {
            left = await run.Run(lane, claimedAt, stopping);
        }
        catch (Exception failure)
        {
            log.LogWarning("A lane of {Handler} was left to its lease: {Error}", lane.Name.Handler, Failures.Kind(failure));
        }

        known.End(lane.Name, left.More);
        Interlocked.Decrement(ref _running);
        known.Gate.Knock();
        if (left.Wait is not { } wait) return;
        await Task.Delay(wait, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        known.Add(lane.Name);
    }
}
