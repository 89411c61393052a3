using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Ui;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>What this host has told the viewers of one board so far, and what it has to tell them next.</summary>
internal sealed class WatchedBoard(AtBarcamp at)
{
    private readonly Dictionary<string, string> _faces = new(StringComparer.Ordinal);
    private Dictionary<string, string> _crowd = [];
    private Plan? _told;
    private int _viewers;

    public AtBarcamp At { get; set; } = at;

    public SemaphoreSlim Turn { get; } = new(1, 1);

    public Plan? Told => _told;

    public bool HasViewers => Volatile.Read(ref _viewers) > 0;

    /// <summary>What the personal views were told last: stars, stage, words of proposals.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>How many watch now, this one included.</summary>
    public int Join() => Interlocked.Increment(ref _viewers);

    public void Leave() => Interlocked.Decrement(ref _viewers);

    public static string Everybody(Guid eventId, Language language) => $"board/{eventId}/{language.Code}";

    public static string Personal(Guid eventId) => $"board/{eventId}/changes";

    public static string Events(Guid eventId) => $"board/{eventId}/events";

    /// <summary>Takes a newer plan; tells which cells look different, or null where rooms or slots do.</summary>
    public IReadOnlyList<BoardCell>? Take(Plan plan)
    {
        var sameShape = _told is not null
            && _told.Rooms.SequenceEqual(plan.Rooms, Same.Rooms) && _told.Slots.SequenceEqual(plan.Slots);
        _told = plan;
        if (!sameShape) _faces.Clear();
        var changed = new List<BoardCell>();
        foreach (var cell in plan.Slots.Where(slot => slot.Break is null)
            .SelectMany(slot => plan.Rooms.Select(room => BoardCell.Of(plan, room, slot))))
        {
            if (_faces.GetValueOrDefault(cell.Id) == cell.Face) continue;
            _faces[cell.Id] = cell.Face;
            changed.Add(cell);
        }

        return sameShape ? changed : null;
    }

    /// <summary>Takes how full the rooms are now; tells in which cells that looks different.</summary>
    public IReadOnlyList<BoardCell> TakeCrowd(Plan plan, BoardLook look)
    {
        if (look.Crowd.Count == 0 && _crowd.Count == 0) return [];
        var cells = plan.Slots.Where(slot => slot.Break is null)
            .SelectMany(slot => plan.Rooms.Select(room => BoardCell.Of(plan, room, slot))).ToList();
        var now = cells.Where(cell => look.CrowdIn(cell) is not null).ToDictionary(cell => cell.Id, cell => look.CrowdIn(cell)!);
        var changed = cells.Where(cell => now.GetValueOrDefault(cell.Id) != _crowd.GetValueOrDefault(cell.Id)).ToList();
        _crowd = now;
        return changed;
    }

    // Lists inside of records compare by reference.
    private sealed class Same : IEqualityComparer<Room>
    {
        public static readonly Same Rooms = new();

        public bool Equals(Room? x, Room? y) => x is not null && y is not null
            && (x.Id, x.Name, x.Capacity, x.Tone) == (y.Id, y.Name, y.Capacity, y.Tone);

        public int GetHashCode(Room room) => room.Id.GetHashCode();
    }
}
