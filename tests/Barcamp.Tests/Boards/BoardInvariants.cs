using EventOps.Barcamp.Boards;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Barcamp.Tests.Boards;

/// <summary>
/// Whatever moderators do in whatever order, with whatever they saw: no cell holds two sessions, no host is in two places, no
/// session is lost, and nobody sits before a closed door.
/// </summary>
public class BoardInvariants
{
    private static readonly DateTimeOffset s_at = Hall.Ten;

    [Fact]
    public void No_sequence_of_commands_breaks_the_board()
    {
        var moved = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var board = Board.Decider.Fold(Hall.House);
            for (var i = 4; i < 12; i++)
                board = Board.Evolve(
                    board, new SessionAccepted(Hall.Id(100 + i), Hall.Id(100 + i), Hosts(random), Long(random), null, s_at));
            for (var step = 0; step < 150; step++)
            {
                var decision = Board.Decider.Decide(Command(random, board), board);
                var known = board.Sessions.Count;
                board = decision.Events.Aggregate(board, Board.Evolve);
                moved += decision.Events.Count;
                Assert.True(board.Sessions.Count >= known, "A session was lost.");
                Check(board);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
        Assert.True(moved > 1000, "Hardly anything moved: the test proved nothing.");
    }

    private static void Check(Board board)
    {
        var taken = new HashSet<(Guid, Guid)>();
        var busy = new HashSet<(Guid, Guid)>();
        foreach (var session in board.Placed)
        {
            var span = board.Span(session.Cell!.SlotId, session.Wishes.Slots);
            Assert.NotNull(span);
            var room = board.Room(session.Cell.RoomId);
            Assert.NotNull(room);
            foreach (var slot in span)
            {
                Assert.True(taken.Add((room.Id, slot.Id)), "Two sessions share a cell.");
                Assert.All(session.Hosts, host => Assert.True(busy.Add((host, slot.Id)), "A host is in two places."));
                Assert.True(room.IsOpen(slot.StartsAt, slot.EndsAt), "The room is closed then.");
            }
        }
    }

    private static BoardCommand Command(Random random, Board board)
    {
        var sessions = board.Sessions.Keys.Order().ToList();
        Guid Session() => sessions[random.Next(sessions.Count)];
        Room[] rooms = [Hall.Saal, Hall.Garten, Hall.Saal with { Id = Hall.Id(3), Name = "Dach" }];
        Slot[] slots = [Hall.Early, Hall.First, Hall.Second, Hall.Lunch, Hall.Third];
        var (room, slot) = (rooms[random.Next(rooms.Length)], slots[random.Next(slots.Length)]);
        var seen = random.Next(4) == 0 ? board.Version - random.Next(6) : board.Version;
        return random.Next(16) switch
        {
            < 2 => new MoveTogether(
                [.. Enumerable.Range(0, 4).Select(_ => new Placing(Session(), rooms[random.Next(3)].Id, slots[random.Next(5)].Id))], seen, s_at),
            < 6 => new PlaceSession(Session(), room.Id, slot.Id, seen, s_at),
            6 or 7 => new SwapSessions(Session(), Session(), seen, s_at),
            8 => new ParkSession(Session(), seen, s_at),
            9 => random.Next(2) == 0 ? new CancelSession(Session(), seen, s_at) : new MarkHostMissing(Session(), seen, s_at),
            10 => new UndoMove(board.Version - random.Next(4), s_at),
            11 => random.Next(2) == 0 ? new LockSlot(slot.Id) : new UnlockSlot(slot.Id),
            12 => new ReviseSession(Session(), Hosts(random), Long(random)),
            13 => new SetRoom(random.Next(2) == 0 ? room : room with { OpenAt = [new(Hall.First.StartsAt, Hall.Second.EndsAt)] }),
            14 => random.Next(2) == 0
                ? new RemoveRoom(room.Id, random.Next(2) == 0, s_at)
                : new RemoveSlot(slot.Id, random.Next(2) == 0, s_at),
            _ => new SetSlot(random.Next(3) == 0 ? slot with { Break = new("Pause", "Break") } : slot),
        };
    }

    private static Guid[] Hosts(Random random) => random.Next(3) == 0
        ? [Hall.Id(21 + random.Next(3)), Hall.Id(24 + random.Next(3))]
        : [Hall.Id(21 + random.Next(6))];

    private static Wishes Long(Random random) => Wishes.None with { Slots = random.Next(4) == 0 ? 2 : 1 };
}
