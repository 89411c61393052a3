using System.Security.Cryptography;
using System.Text;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;

namespace EventOps.Barcamp.Importing;

/// <summary>
/// What a read schedule would add to a board. All ids follow from the event and the file, so the same file twice adds nothing
/// twice; the board's own rules say beforehand what does not fit.
/// </summary>
public sealed class PlannedImport
{
    private const int LongestSummary = 2000;
    private readonly List<Room> _rooms = [];
    private readonly List<Slot> _slots = [];
    private readonly List<PlannedIdea> _ideas = [];
    private readonly List<(string What, Refusal Why)> _obstacles = [];
    private readonly Guid _eventId;

    /// <summary>One session with its words and the names of who holds it.</summary>
    public sealed record PlannedIdea(
        Guid Id, ImportedSession Session, IReadOnlyList<(Guid Id, string Name)> Hosts, Placing Place, Wishes Wishes, bool Known);

    public PlannedImport(ImportedSchedule schedule, Guid eventId, string timeZone, Board board, DateTimeOffset now,
        IReadOnlyDictionary<Guid, int> seats)
    {
        _eventId = eventId;
        var (file, zone) = (Say.In(schedule.TimeZone), Say.In(timeZone));
        DateTime Local(DateTime at) => schedule.TimeZone == timeZone ? at : zone.Local(file.Instant(at));
        foreach (var room in schedule.Rooms.Where(room => board.Rooms.TrueForAll(known => known.Name != room.Name)))
        {
            var id = Id("room", room.Name);
            Add(new Room(id, room.Name, seats.GetValueOrDefault(id), [], [], (board.Rooms.Count + _rooms.Count) % 6 + 1));
        }

        foreach (var slot in schedule.Slots.Select(slot => new Slot(Guid.Empty, Local(slot.StartsAt), Local(slot.EndsAt), null)))
            if (!board.Slots.Exists(known => (known.StartsAt, known.EndsAt) == (slot.StartsAt, slot.EndsAt)))
                Add(slot with { Id = Id("slot", $"{slot.StartsAt:s}{slot.EndsAt:s}") });
        foreach (var session in schedule.Sessions)
            Add(session with { StartsAt = Local(session.StartsAt), EndsAt = Local(session.EndsAt) });

        void Add(object part)
        {
            var (what, commands) = part switch
            {
                Room room => (room.Name, Take(_rooms, room, new SetRoom(room))),
                Slot slot => ($"{slot.StartsAt:HH:mm}–{slot.EndsAt:HH:mm}", Take(_slots, slot, new SetSlot(slot))),
                ImportedSession session => (session.Title, Take(
                    _ideas, Idea(session, board), idea => OnBoard(idea, board.Version, now))),
                _ => throw new NotSupportedException(),
            };
            foreach (var command in commands)
            {
                var decision = Board.Decider.Decide(command, board);
                if (decision.Refusal is { } why)
                {
                    _obstacles.Add((what, why));
                    break;
                }

                board = decision.Events.Aggregate(board, Board.Evolve);
            }
        }
    }

    /// <summary>New rooms; without seats until the moderator has said how many, because no file says it.</summary>
    public IReadOnlyList<Room> Rooms => _rooms;

    public IReadOnlyList<Slot> Slots => _slots;

    public IReadOnlyList<PlannedIdea> Ideas => _ideas;

    /// <summary>What does not fit on the board as it is; nothing is imported while there is one.</summary>
    public IReadOnlyList<(string What, Refusal Why)> Obstacles => _obstacles;

    /// <summary>All of it in one transaction.</summary>
    public Work Work(long version, DateTimeOffset now)
    {
        var (work, board) = (new Work(), Board.Stream(_eventId));
        foreach (var room in _rooms) work.On(board, Board.Decider, new SetRoom(room));
        foreach (var slot in _slots) work.On(board, Board.Decider, new SetSlot(slot));
        foreach (var idea in _ideas)
        {
            foreach (var command in AsProposal(idea, now)) work.On(Proposal.Stream(idea.Id), Proposal.Decider, command);
            foreach (var command in OnBoard(idea, version, now)) work.On(board, Board.Decider, command);
        }

        return work.Then(commit =>
        {
            foreach (var (id, session, hosts, _, _, _) in _ideas.Where(idea => !idea.Known))
            {
                commit.Write(new TextRow(
                    id, _eventId, Cut(session.Title, Shape.Title), Cut(session.Summary, LongestSummary), LanguageOf(session),
                    session.Tags));
                foreach (var (host, name) in hosts.Where(host => host.Name.Length > 0))
                    commit.Write(new PersonalRow(host, _eventId, Cut(name, Shape.Name)));
            }
        });
    }

    private IEnumerable<ProposalCommand> AsProposal(PlannedIdea idea, DateTimeOffset now) => idea.Known ? [] :
    [
        new DraftProposal(_eventId, idea.Hosts[0].Id, idea.Wishes),
        .. idea.Hosts.Skip(1).Select(host => new JoinAsHost(host.Id)),
        new SubmitProposal(null, null, now),
        new MakeSession([.. idea.Hosts.Select(host => host.Id)]),
    ];

    private static IReadOnlyList<BoardCommand> OnBoard(PlannedIdea idea, long seen, DateTimeOffset now) =>
    [
        new AcceptSession(idea.Id, idea.Id, [.. idea.Hosts.Select(host => host.Id)], idea.Wishes, now),
        new PlaceSession(idea.Id, idea.Place.RoomId, idea.Place.SlotId, seen, now),
    ];

    private PlannedIdea Idea(ImportedSession session, Board board)
    {
        // The board's own file, read in again, finds its sessions; ids of other installations are never taken as they are.
        var id = session.Id is { } own && board.Sessions.ContainsKey(own)
            ? own
            : Id("session", session.Id?.ToString() ?? $"{session.Title}|{session.Room}|{session.StartsAt:s}");
        List<(Guid Id, string Name)> hosts = [.. session.Hosts.Distinct().Take(Proposal.MostHosts).Select(name => (Id("host", name), name))];
        if (hosts.Count == 0) hosts.Add((Id("host-of", id.ToString()), ""));
        var room = board.Rooms.Find(room => room.Name == session.Room);
        var slot = board.Slots.Find(slot => slot.StartsAt == session.StartsAt);
        return new(
            id, session, hosts, new(id, room?.Id ?? Guid.Empty, slot?.Id ?? Guid.Empty),
            Wishes.None with { Slots = session.Slots },
            board.Sessions.ContainsKey(id));
    }

    private static IReadOnlyList<BoardCommand> Take<T>(List<T> list, T part, BoardCommand command) =>
        Take(list, part, _ => [command]);

    private static IReadOnlyList<BoardCommand> Take<T>(List<T> list, T part, Func<T, IReadOnlyList<BoardCommand>> commands)
    {
        list.Add(part);
        return commands(part);
    }

    private static string LanguageOf(ImportedSession session) =>
        session.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "de";

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private Guid Id(string kind, string name) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"import|{_eventId}|{kind}|{name}")).AsSpan(0, 16));
}
