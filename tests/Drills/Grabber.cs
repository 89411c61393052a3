using EventOps.Barcamp.Boards;
using EventOps.EventStore;
using EventOps.Support.Consistency;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Drills;

/// <summary>One host who wants the best cell, takes the one that a refusal names, changes their mind, and sometimes hangs up.</summary>
internal sealed class Grabber(ServiceProvider[] hosts, Guid eventId, int number, History history)
{
    private readonly Random _random = new(number);

    public async Task Run(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var store = hosts[_random.Next(hosts.Length)].GetRequiredService<IEventStore>();
            var (board, version) = await store.Load(Board.Stream(eventId), Board.Decider, CancellationToken.None);
            var command = Want(board, version);
            var refusal = await Send(store, command);
            if (refusal is CellTaken { Free: { } free } && command is PlaceSession place)
                await Send(store, place with { RoomId = free.RoomId, SlotId = free.SlotId });
        }
    }

    private BoardCommand Want(Board board, long version)
    {
        var sessions = board.Sessions.Values.OrderBy(session => session.Id).ToList();
        var (mine, other) = (sessions[number % sessions.Count], sessions[_random.Next(sessions.Count)]);
        var slots = board.Slots.FindAll(slot => slot.Break is null);
        var at = DateTimeOffset.UtcNow;
        return _random.Next(10) switch
        {
            0 => new ParkSession(mine.Id, version, at),
            1 => new SwapSessions(mine.Id, other.Id, version, at),
            2 => new UndoMove(version, at),
            3 => new CancelSession(mine.Id, version, at),
            _ => new PlaceSession(
                mine.Id, board.Rooms[_random.Next(board.Rooms.Count)].Id, slots[_random.Next(slots.Count)].Id, version, at),
        };
    }

    private async Task<Refusal?> Send(IEventStore store, BoardCommand command)
    {
        Refusal? refusal = null;
        var work = () => new Work().On(Board.Stream(eventId), Board.Decider, command);
        if (_random.Next(15) == 0)
        {
            history.Fault($"{number} hangs up");
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(_random.Next(0, 5)));
            try
            {
                await store.Handle(work(), patience.Token);
            }
            catch (OperationCanceledException)
            {
                // And sends again.
            }
        }

        await history.Record(number, "move", $"{number}.{command.GetHashCode()}", async () =>
        {
            refusal = (await store.Handle(work(), CancellationToken.None)).Refusal;
            return (refusal is null ? Result.Ok : Result.Fail, refusal?.GetType().Name);
        });
        return refusal;
    }
}
