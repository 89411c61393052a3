using EventOps.Barcamp.Boards;
using EventOps.Barcamp.ProposingASchedule;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.Tests.ProposingASchedule;

/// <summary>The hard rules once more, from a plan and not from numbers: what a proposed schedule is checked against.</summary>
internal static class BoardRules
{
    public static Plan After(this Plan plan, IEnumerable<ProposedMove> moves)
    {
        var to = moves.ToDictionary(move => move.SessionId, move => move.To);
        return plan with
        {
            Sessions = [.. plan.Sessions.Select(session => to.TryGetValue(session.Id, out var cell)
                ? session with { Cell = cell, State = SessionState.Placed }
                : session)],
        };
    }

    public static bool IsClosed(Plan plan, Slot slot, DateTime now) => slot.StartsAt <= now || plan.LockedSlots.Contains(slot.Id);

    public static bool Stays(Plan plan, PlannedSession session, DateTime now) => session.State == SessionState.Placed
        && (session.Pinned || plan.SlotsOf(session).Any(slot => IsClosed(plan, slot, now)));

    /// <summary>What is wrong with those that may move; each of them once for each rule.</summary>
    public static IEnumerable<string> Broken(Plan plan, Plan before, DateTime now) =>
        from session in plan.Placed
        where !Stays(before, before.Session(session.Id)!, now)
        from rule in Broken(plan, session, now)
        select $"{session.Title}: {rule}";

    public static IEnumerable<string> Broken(Plan plan, PlannedSession session, DateTime now)
    {
        var slots = plan.SlotsOf(session);
        if (plan.Room(session.Cell!.RoomId) is not { } room || slots.Count != session.Wishes.Slots)
        {
            yield return "no such room, or too few slots";
            yield break;
        }

        if (slots.Any(slot => IsClosed(plan, slot, now))) yield return "closed slot";
        if (slots.Any(slot => slot.Break is not null)) yield return "break";
        if (slots[0].Day != slots[^1].Day) yield return "two days";
        if (!session.Wishes.Suits(room)) yield return "features";
        if (!session.Wishes.Suits(slots[0], slots[^1])) yield return "time";
        if (!room.IsOpen(slots[0].StartsAt, slots[^1].EndsAt)) yield return "room closed";
        foreach (var other in plan.Placed.Where(other => other.Id != session.Id && plan.SlotsOf(other).Intersect(slots).Any()))
        {
            if (other.Cell!.RoomId == room.Id) yield return $"same cell as {other.Title}";
            if (other.Hosts.Select(host => host.ParticipantId).Intersect(session.Hosts.Select(host => host.ParticipantId)).Any())
                yield return $"same host as {other.Title}";
        }
    }

    /// <summary>Whether there is any schedule at all, by trying all of them; for tiny boards.</summary>
    public static bool IsPossible(Plan plan, DateTime now)
    {
        var still = plan with { Sessions = [.. plan.Sessions.Where(session => Stays(plan, session, now))] };
        if (still.Placed.Any(one => !plan.SlotsOf(one).All(slot => IsClosed(plan, slot, now))
            && Broken(still, one, now).Any(rule => rule.StartsWith("same host", StringComparison.Ordinal)))) return false;
        return Try(still, [.. plan.Sessions.Except(still.Sessions)], now);
    }

    private static bool Try(Plan plan, PlannedSession[] left, DateTime now)
    {
        if (left is not [var next, .. var rest]) return true;
        foreach (var cell in from room in plan.Rooms from slot in plan.Slots select new Cell(room.Id, slot.Id))
        {
            var placed = next with { Cell = cell, State = SessionState.Placed };
            var tried = plan with { Sessions = [.. plan.Sessions, placed] };
            if (!Broken(tried, placed, now).Any() && Try(tried, rest, now)) return true;
        }

        return false;
    }
}
