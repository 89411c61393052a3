using EventOps.Barcamp.CountingRooms;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Ui;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>For whom a board is drawn, and when.</summary>
/// <param name="Url">The event's place in URLs.</param>
/// <param name="Say">Times of its zone.</param>
/// <param name="Now">The local time at the event.</param>
/// <param name="Me">The participant, whose stars can be pressed; null for everybody.</param>
/// <param name="Starred">The proposals that this participant starred.</param>
public sealed record BoardLook(string Url, Say Say, DateTime Now, Guid? Me, IReadOnlySet<Guid> Starred)
{
    private static readonly HashSet<Guid> s_none = [];

    /// <summary>How many people are in rooms that count them.</summary>
    public IReadOnlyDictionary<Guid, int> Crowd { get; init; } = new Dictionary<Guid, int>();

    /// <summary>As everybody sees it.</summary>
    public static BoardLook ForAll(AtBarcamp at, DateTimeOffset now) => new(at.Url, at.Say, at.Say.Local(now), null, s_none);

    /// <summary>How full a room is, while something is on there.</summary>
    public string? CrowdIn(BoardCell cell) =>
        cell.Slot.StartsAt <= Now && Now < cell.Slot.EndsAt && Crowd.TryGetValue(cell.Room.Id, out var people)
        ? CrowdLine.About(people, cell.Room.Capacity) : null;

    public bool IsMine(PlannedSession session) =>
        Me is { } me && (Starred.Contains(session.ProposalId) || session.Hosts.Any(host => host.ParticipantId == me));
}
