using EventOps.Barcamp.Barcamps;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Proposals;
using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Host.Demo;

/// <summary>The barcamp MucGov18 beside the demo event: a board half filled, forty ideas, three hundred people with stars.</summary>
internal static class DemoBarcamp
{
    private const int Voters = 300;
    private const int StarsEach = 8;
    private const int FirstToPlace = 21;

    private static readonly (string Name, int Seats, string[] Features)[] s_rooms =
    [
        ("Saal", 120, ["beamer", "ebenerdig"]), ("Werkstatt", 40, ["beamer"]), ("Bibliothek", 30, ["beamer", "ebenerdig"]),
        ("Dachboden", 24, []), ("Garten", 20, ["ebenerdig"]),
    ];

    /// <summary>Seeds the barcamp of an event whose attendees are given, once.</summary>
    public static async Task Seed(
        IServiceProvider services, Guid eventId, DateTime day, IReadOnlyList<(Guid Ticket, string Name)> people,
        DateTimeOffset now)
    {
        var store = services.GetRequiredService<IEventStore>();
        var rules = BarcampRules.Usual with { Title = new("BarCamp MucGov18", "BarCamp MucGov18") };
        await store.Handle(new Work().On(
            Barcamp.Barcamps.Barcamp.Stream(eventId), Barcamp.Barcamps.Barcamp.Decider,
            new PlanBarcamp(Organisations.First, rules)));
        var (rooms, slots) = (Rooms(), Slots(day));
        var board = new Work();
        foreach (var room in rooms) board.On(Board.Stream(eventId), Board.Decider, new SetRoom(room));
        foreach (var slot in slots) board.On(Board.Stream(eventId), Board.Decider, new SetSlot(slot));
        await store.Handle(board);

        var proposals = DemoIdeas.All.Select((idea, number) => (Id: Guid.NewGuid(), Idea: idea, Host: people[number % people.Count])).ToList();
        foreach (var (id, idea, host) in proposals)
            await store.Handle(Propose(eventId, id, idea, host, now));
        await Star(services.GetRequiredService<Stars>(), eventId, [.. proposals.Select(proposal => proposal.Id)]);
        foreach (var (proposal, number) in proposals.Take(FirstToPlace).Select((proposal, i) => (proposal, i)))
            await Place(
                store, eventId, proposal.Id, proposal.Host.Ticket, rooms, [.. slots.Where(slot => slot.Break is null)], number,
                now);
    }

    private static List<Room> Rooms() =>
        [.. s_rooms.Select((room, i) => new Room(Guid.NewGuid(), room.Name, room.Seats, room.Features, [], i + 1))];

    private static List<Slot> Slots(DateTime day)
    {
        Slot At(double from, double until, LocalizedText? pause = null) => new(
            Guid.NewGuid(), day.AddHours(from), day.AddHours(until), pause);
        return
        [
            At(10.5, 11.25), At(11.5, 12.25), At(12.25, 13.5, new("Mittagessen im Foyer", "Lunch in the foyer")),
            At(13.5, 14.25), At(14.5, 15.25), At(15.5, 16.25),
        ];
    }

    private static Work Propose(
        Guid eventId, Guid id, DemoIdeas.Idea idea, (Guid Ticket, string Name) host, DateTimeOffset now) => new Work()
        .On(Proposal.Stream(id), Proposal.Decider, new DraftProposal(eventId, host.Ticket, Wishes.None))
        .On(Proposal.Stream(id), Proposal.Decider, new SubmitProposal(host.Ticket, null, now))
        .Then(commit =>
        {
            commit.Write(new TextRow(id, eventId, idea.Title, idea.Summary, idea.Language, idea.Tags));
            commit.Write(new PersonalRow(host.Ticket, eventId, host.Name, idea.Hashtags));
        });

    // The first ideas are the most wanted: popularity falls like 1/rank, drawn with a fixed seed.
    private static async Task Star(Stars stars, Guid eventId, IReadOnlyList<Guid> proposals)
    {
        var random = new Random(18);
        var weights = proposals.Select((_, rank) => 1.0 / (rank + 3)).ToList();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Voters).Select(_ => (Voter: Guid.NewGuid(), Wanted: Draw(random, weights))).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (person, ct) =>
            {
                foreach (var wanted in person.Wanted)
                    await stars.Set(eventId, proposals[wanted], person.Voter, give: true, budget: null, ct);
            });
    }

    private static List<int> Draw(Random random, List<double> weights)
    {
        var drawn = new HashSet<int>();
        while (drawn.Count < StarsEach)
        {
            var at = random.NextDouble() * weights.Sum();
            drawn.Add(weights.FindIndex(weight => (at -= weight) <= 0) is >= 0 and var found ? found : 0);
        }

        return [.. drawn];
    }

    private static async Task Place(
        IEventStore store, Guid eventId, Guid id, Guid host, List<Room> rooms, List<Slot> slots, int number, DateTimeOffset now)
    {
        var cell = (Room: rooms[number % rooms.Count], Slot: slots[(number / rooms.Count) % slots.Count]);
        await store.Handle(new Work()
            .On(Board.Stream(eventId), Board.Decider, new AcceptSession(id, id, [host], Wishes.None, now))
            .On(Board.Stream(eventId), Board.Decider, new PlaceSession(id, cell.Room.Id, cell.Slot.Id, long.MaxValue, now)));
    }
}
