using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EventOps.Barcamp.CountingRooms;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.Proposals;
using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using EventOps.Ui;
using EventOps.Ui.Live;
using Microsoft.Extensions.Hosting;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>
/// Tells all who watch a board what changed: everybody gets the same bytes with the changed cells, under the board's version;
/// personal views are only told to look again. One reading a change and host, however many watch.
/// </summary>
public sealed class BoardFeed(
    Plans plans, KnownEvents events, StarCounts stars, IEventStore store, Wakeups wakeups, LiveHub hub, CellRenderer renderer,
    RoomCrowds crowds, TimeProvider clock) : BackgroundService
{
    // The first change of a rush is told at once, the rest ten times a second; personal views fetch, so they are told less often.
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_betweenPersonal = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan s_lookAnyway = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, WatchedBoard> _watched = new();
    private long _proposals;

    /// <summary>HTML of changed cells for everybody who reads this language.</summary>
    public IAsyncEnumerable<LiveMessage> Watch(AtBarcamp at, Language language, long? seen, CancellationToken ct) =>
        Follow(at, WatchedBoard.Everybody(at.Id, language), seen, ct);

    /// <summary>Signals for personal views: board, stars, stage or proposals changed.</summary>
    public IAsyncEnumerable<LiveMessage> WatchChanges(AtBarcamp at, long? seen, CancellationToken ct) =>
        Follow(at, WatchedBoard.Personal(at.Id), seen, ct);

    /// <summary>Keeps the host looking at this board while somebody follows its events.</summary>
    public async Task<IDisposable> Attend(AtBarcamp at, CancellationToken ct)
    {
        var board = _watched.GetOrAdd(at.Id, _ => new(at));
        // While others watch, the loop looks anyway: five thousand who come at once cost no reading each.
        if (board.Join() == 1 || board.Told is null) await Look(board, ct);
        return new Seat(board);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Run(Look, s_between, stoppingToken), Run(LookForPersonal, s_betweenPersonal, stoppingToken),
            CountProposals(stoppingToken));

    // Words, hosts and visibility of proposals are seen in lists, whether they are on the board or not.
    private async Task CountProposals(CancellationToken ct)
    {
        var changed = wakeups.Follow(ProposalList.Topic);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await changed.WaitAsync(Timeout.InfiniteTimeSpan, ct);
                Interlocked.Increment(ref _proposals);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Run(Func<WatchedBoard, CancellationToken, Task> look, TimeSpan between, CancellationToken ct)
    {
        var committed = wakeups.Follow();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await committed.WaitAsync(s_lookAnyway, ct);
                foreach (var board in _watched.Values.Where(board => board.HasViewers))
                    await look(board, ct);
            }
            catch (Exception failure) when (failure is OperationCanceledException || Database.IsDown(failure))
            {
                // The next look tells what was missed.
            }

            await Task.Delay(between, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async IAsyncEnumerable<LiveMessage> Follow(
        AtBarcamp at, string topic, long? seen, [EnumeratorCancellation] CancellationToken ct)
    {
        using var seat = await Attend(at, ct);
        await foreach (var message in hub.Subscribe(topic, seen, ct)) yield return message;
    }

    private async Task Look(WatchedBoard board, CancellationToken ct)
    {
        await board.Turn.WaitAsync(ct);
        try
        {
            var at = board.At = await Newest(board.At, ct);
            var plan = await plans.Newest(at, ct);
            var look = BoardLook.ForAll(at, clock.GetUtcNow()) with { Crowd = await crowds.Of(at.Id, ct) };
            var (first, newer) = (board.Told is null, board.Told is not { } told || told.Version < plan.Version);
            var changed = newer ? board.Take(plan) : [];
            var filled = board.TakeCrowd(newer ? plan : board.Told!, look);
            if (first) Begin(at, plan);
            else if (newer || filled.Count > 0) await Tell(at, board.Told!, changed is null ? null : [.. changed.UnionBy(filled, cell => cell.Id)], look);
        }
        finally
        {
            board.Turn.Release();
        }
    }

    // A message with nothing in it marks where this host begins: who has seen as much needs no more.
    private void Begin(AtBarcamp at, Plan plan)
    {
        foreach (var language in Language.All)
            hub.Publish(WatchedBoard.Everybody(at.Id, language), new(plan.Version, "replace", ""));
        hub.Publish(WatchedBoard.Personal(at.Id), LiveMessage.Changed(Stamp()));
    }

    private async Task Tell(AtBarcamp at, Plan plan, IReadOnlyList<BoardCell>? changed, BoardLook look)
    {
        foreach (var language in Language.All)
        {
            var topic = WatchedBoard.Everybody(at.Id, language);
            var message = changed is null || hub.Viewers(topic) == 0
                ? LiveMessage.Changed(plan.Version)
                : new(plan.Version, "replace", await renderer.Render(at, plan, changed, look, language));
            hub.Publish(topic, message);
        }

        hub.Publish(WatchedBoard.Events(at.Id), LiveMessage.Changed(plan.Version));
    }

    private async Task LookForPersonal(WatchedBoard board, CancellationToken ct)
    {
        var at = board.At;
        var counts = await stars.Of(at.Id, ct);
        var (_, stage) = await store.Load(Pitching.Stream(at.Id), Pitching.Decider, ct);
        var people = string.Join(',', (await crowds.Of(at.Id, ct)).Select(room => room.Value));
        var stamp = string.Join('|', board.Told?.Version, stage, people, Interlocked.Read(ref _proposals),
            string.Join(',', counts.OrderBy(count => count.Key).Select(count => $"{count.Key:N}{count.Value.People}")));
        if (stamp == board.Stamp) return;
        var first = board.Stamp.Length == 0;
        board.Stamp = stamp;
        if (!first) hub.Publish(WatchedBoard.Personal(at.Id), LiveMessage.Changed(Stamp()));
    }

    private long Stamp() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<AtBarcamp> Newest(AtBarcamp at, CancellationToken ct) => AtBarcamp.ForAll(
        await events.BySlug(at.Event.Slug, ct) ?? at.Event,
        await store.Recall(Barcamps.Barcamp.Stream(at.Id), Barcamps.Barcamp.Decider, TimeSpan.FromSeconds(1), ct));

    private sealed class Seat(WatchedBoard board) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) board.Leave();
        }
    }
}
