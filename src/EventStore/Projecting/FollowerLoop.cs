using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>
/// Brings one follower to the settled number, again and again, while this host leads. A failing page is halved down to the event
/// at fault, whose stream is then parked. Followers do not wait for each other.
/// </summary>
internal sealed class FollowerLoop(
    NpgsqlDataSource database, EventTypes types, Follower follower, Settled settled, long epoch, Action<string> moved,
    ILogger log)
{
    private const int LargestPage = 5_000;

    // Where there was nothing to do, a position is stored once it is quiet: each one costs a way to the disk.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_persistAtLatest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestBackoff = TimeSpan.FromSeconds(10);

    private readonly Pages _pages = new(types, follower.Events);
    private Positions.Position? _at;
    private long _reached; // may be ahead of the stored position by numbers that hold nothing for this follower
    private long _persistedAt;
    private long _tookAt;
    private int _limit = LargestPage;
    private int _tries;

    public async Task Run(CancellationToken ct)
    {
        for (var failures = 0; !ct.IsCancellationRequested;)
        {
            try
            {
                await Step(ct);
                failures = 0;
            }
            catch (Exception failure)
            {
                _at = null;
                if (ct.IsCancellationRequested) return;
                if (Troubles.Of(failure) is Trouble.Broken)
                    log.LogError("{Follower} cannot write: {Kind}", follower.Name, Troubles.KindOf(failure));
                var backoff = TimeSpan.FromMilliseconds(50 << Math.Min(failures++, 8));
                await Task.Delay(backoff < s_longestBackoff ? backoff : s_longestBackoff, ct)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Step(CancellationToken ct)
    {
        var at = _at ?? await Resume(ct);
        var target = await settled.Beyond(_reached, _reached > at.Number ? s_quiet : Timeout.InfiniteTimeSpan, ct);
        var quiet = target <= _reached;
        if (!settled.MayHold(_reached, target, _pages.Names)) _reached = Math.Max(_reached, target);
        else if (follower.Spacing - Stopwatch.GetElapsedTime(_tookAt) is var early && early > TimeSpan.Zero)
        {
            await Task.Delay(early, ct);
            target = settled.Number;
        }

        if (target == _reached && !Owes(quiet)) return;
        await using var connection = await database.OpenConnectionAsync(ct);
        if (target > _reached)
            await TakePages(connection, target, ct);
        if (Owes(quiet))
            await Move(_reached, move => follower.Skip(connection, move, ct));
    }

    private bool Owes(bool quiet) => _reached > _at!.Number
        && (quiet || Environment.TickCount64 - _persistedAt > s_persistAtLatest.TotalMilliseconds);

    private async Task<Positions.Position> Resume(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var at = await Positions.Of(connection, follower.Name, hold: false, ct);
        (_at, _reached) = (at, at.Number);
        return at;
    }

    private async Task TakePages(NpgsqlConnection connection, long target, CancellationToken ct)
    {
        await using var ahead = new ReadingAhead(database, _pages, ct);
        while (_reached < target)
        {
            var page = await ahead.Read(_reached, target, _at!.Parked, _limit);
            if (page.Events.Count > 0)
                await Take(connection, page, ct);
            else if (page.Unreadable is { } bad)
                await Park(connection, bad.Stream, bad.Sequence, bad.Failure, ct);
            else
                _reached = page.UpTo;
        }
    }

    private async Task Take(NpgsqlConnection connection, Page page, CancellationToken ct)
    {
        try
        {
            _tookAt = Stopwatch.GetTimestamp();
            await Move(page.UpTo, move => follower.Apply(connection, page.Events, move, ct));
            _limit = Math.Min(LargestPage, _limit * 2);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && Troubles.Of(failure) is Trouble.Poison)
        {
            var first = page.Events[0];
            _limit = Math.Max(1, page.Events.Count / 2);
            if (page.Events.Count > 1) return;
            if (++_tries < follower.Tries) throw;
            await Park(connection, first.Stream, first.Sequence, failure, ct);
        }
    }

    private async Task Park(NpgsqlConnection connection, string stream, long sequence, Exception failure, CancellationToken ct)
    {
        log.LogWarning(
            "{Follower} parks {Stream} at {Sequence}: {Kind}", follower.Name, stream, sequence, Troubles.KindOf(failure));
        await Move(sequence, async move =>
        {
            await using var batch = new NpgsqlBatch(connection);
            follower.Advance(batch, move);
            Positions.Park(batch, follower.Name, stream, sequence, failure);
            await batch.ExecuteNonQueryAsync(ct);
        });
        _at!.Parked.Add(stream);
    }

    private async Task Move(long reached, Func<Move, Task> write)
    {
        var at = _at!;
        await write(new(at.Number, at.Revision, reached, epoch));
        (_at, _reached, _persistedAt, _tries) = (at with { Number = reached }, reached, Environment.TickCount64, 0);
        moved(follower.Name);
    }
}
