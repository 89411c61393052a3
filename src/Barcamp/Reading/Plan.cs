using EventOps.Barcamp.Boards;
using EventOps.Contracts;

namespace EventOps.Barcamp.Reading;

/// <summary>All that one board shows, at one version: what pages, screens, files and proposed schedules are made from.</summary>
/// <param name="EventId">The event, and its barcamp.</param>
/// <param name="Slug">Its place in URLs.</param>
/// <param name="Title">The barcamp's name: BarCamp MucGov18.</param>
/// <param name="TimeZone">IANA zone of all local times.</param>
/// <param name="Version">Version of the board's stream.</param>
/// <param name="ChangedAt">When the board last changed.</param>
/// <param name="Rooms">In the order of the board's columns.</param>
/// <param name="Slots">In the order of time, breaks included.</param>
/// <param name="LockedSlots">Slots that no move may touch.</param>
/// <param name="Sessions">Placed, parked, cancelled; hidden ones are left out.</param>
public sealed record Plan(
    Guid EventId, string Slug, LocalizedText Title, string TimeZone, long Version, DateTimeOffset ChangedAt,
    IReadOnlyList<Room> Rooms, IReadOnlyList<Slot> Slots, IReadOnlySet<Guid> LockedSlots, IReadOnlyList<PlannedSession> Sessions)
{
    public IReadOnlyList<DateOnly> Days => [.. Slots.Select(slot => slot.Day).Distinct()];

    public IEnumerable<PlannedSession> Placed => Sessions.Where(session => session.State == SessionState.Placed);

    public Room? Room(Guid id) => Rooms.FirstOrDefault(room => room.Id == id);

    public Slot? Slot(Guid id) => Slots.FirstOrDefault(slot => slot.Id == id);

    public PlannedSession? Session(Guid id) => Sessions.FirstOrDefault(session => session.Id == id);

    /// <summary>The session in a cell, also in the second slot of a long one.</summary>
    public PlannedSession? At(Guid roomId, Guid slotId) => Placed.FirstOrDefault(
        session => session.Cell!.RoomId == roomId && SlotsOf(session).Any(slot => slot.Id == slotId));

    /// <summary>The slots that a placed session takes, one or two in a row.</summary>
    public IReadOnlyList<Slot> SlotsOf(PlannedSession session) => session.Cell is { } cell
        ? [.. Slots.SkipWhile(slot => slot.Id != cell.SlotId).Take(session.Wishes.Slots)]
        : [];
}

/// <summary>One session of the board with the words that belong to it.</summary>
/// <param name="Id">Stays the same through all moves; a repetition has its own.</param>
/// <param name="ProposalId">The proposal whose page it leads to.</param>
/// <param name="Title">As its host wrote it.</param>
/// <param name="Summary">May be empty.</param>
/// <param name="Language">Two letters, the language that it is held in.</param>
/// <param name="Tags">Lower case.</param>
/// <param name="Hosts">The first is the one who proposed it.</param>
/// <param name="Cell">Where it is, or was before it was cancelled; null while parked.</param>
/// <param name="State">How it stands.</param>
/// <param name="Sequence">How often place or state changed: the SEQUENCE of calendar entries.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="ChangedIn">Version of the board in which it last changed.</param>
/// <param name="Wishes">What its hosts wish for.</param>
/// <param name="Pinned">Stays where it is in every proposed schedule.</param>
/// <param name="RepeatOf">The session that this one repeats.</param>
/// <param name="Stars">How many people want it, merged proposals united; null while votes are blind.</param>
public sealed record PlannedSession(
    Guid Id, Guid ProposalId, string Title, string Summary, string Language, IReadOnlyList<string> Tags,
    IReadOnlyList<PlannedHost> Hosts, Cell? Cell, SessionState State, int Sequence, DateTimeOffset ChangedAt, long ChangedIn,
    Wishes Wishes, bool Pinned, Guid? RepeatOf, int? Stars)
{
    public string HostNames => string.Join(", ", Hosts.Select(host => host.Name).Where(name => name.Length > 0));
}

/// <summary>Who hosts; the name is empty where it was erased.</summary>
public sealed record PlannedHost(Guid ParticipantId, string Name);
