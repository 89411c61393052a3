using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.Starring;

/// <summary>One person's day: what they noted and what they host, with what gets in its way.</summary>
public static class Agenda
{
    private const int MostAlternatives = 3;

    /// <summary>One entry. <paramref name="Clashes"/>: other own entries at the same time. <paramref name="AlsoAt"/>: when it is held again.</summary>
    public sealed record Entry(
        PlannedSession Session, Room? Room, Slot? Slot, bool Hosted, IReadOnlyList<PlannedSession> Clashes,
        IReadOnlyList<(PlannedSession Session, Slot Slot, Room Room)> AlsoAt,
        IReadOnlyList<(PlannedSession Session, Room Room)> Alternatives)
    {
        public bool Gone => Session.State is SessionState.Cancelled or SessionState.NoShow;
    }

    public static IReadOnlyList<Entry> Of(Plan plan, Guid me, IReadOnlySet<Guid> starred)
    {
        var own = plan.Sessions.Where(session => starred.Contains(session.ProposalId) || Hosts(session, me)).ToList();
        return [.. own.Select(session => Make(plan, session, own, me)).OrderBy(entry => entry.Slot?.StartsAt ?? DateTime.MaxValue)
            .ThenBy(entry => entry.Session.Title, StringComparer.CurrentCulture)];
    }

    private static Entry Make(Plan plan, PlannedSession session, List<PlannedSession> own, Guid me)
    {
        var (room, slot) = (session.Cell is { } cell ? plan.Room(cell.RoomId) : null, session.Cell is { } at ? plan.Slot(at.SlotId) : null);
        var placed = session.State == SessionState.Placed;
        return new(session, room, slot, Hosts(session, me),
            placed ? [.. own.Where(other => other.Id != session.Id && other.State == SessionState.Placed && Meet(plan, session, other))] : [],
            [.. plan.Placed.Where(other => other.Id != session.Id && IsSame(session, other))
                .Select(other => (other, plan.Slot(other.Cell!.SlotId)!, plan.Room(other.Cell.RoomId)!))],
            placed || slot is null ? [] : [.. plan.Placed.Where(other => plan.SlotsOf(other).Any(part => part.Id == slot.Id))
                .OrderByDescending(other => other.Stars ?? 0).Take(MostAlternatives).Select(other => (other, plan.Room(other.Cell!.RoomId)!))]);
    }

    private static bool Hosts(PlannedSession session, Guid me) => session.Hosts.Any(host => host.ParticipantId == me);

    private static bool Meet(Plan plan, PlannedSession one, PlannedSession other) =>
        plan.SlotsOf(one).Select(slot => slot.Id).Intersect(plan.SlotsOf(other).Select(slot => slot.Id)).Any();

    private static bool IsSame(PlannedSession one, PlannedSession other) =>
        one.ProposalId == other.ProposalId || one.RepeatOf == other.Id || other.RepeatOf == one.Id;
}
