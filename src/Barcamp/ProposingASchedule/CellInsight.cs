using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>What it would mean to put one session into one cell.</summary>
/// <param name="Cell">Where it would begin.</param>
/// <param name="Occupant">Who is there now and would make way; null when it is free.</param>
/// <param name="Gains">People who could visit more starred sessions than now.</param>
/// <param name="Losses">People who could visit fewer.</param>
/// <param name="Stars">People who starred it.</param>
/// <param name="Seats">Of the room.</param>
/// <param name="HostClashes">Sessions at that time that have a host in common.</param>
/// <param name="MissingFeatures">What its hosts wish for and the room lacks.</param>
/// <param name="Closed">The slot is past, locked or announced, or what is there is pinned.</param>
/// <param name="OffTime">Outside of the host's wishes, the room's hours, or without a second slot for a long one.</param>
public sealed record CellInsight(
    Cell Cell, Guid? Occupant, int Gains, int Losses, int Stars, int Seats, IReadOnlyList<Guid> HostClashes,
    IReadOnlyList<string> MissingFeatures, bool Closed, bool OffTime)
{
    public bool RoomIsTooSmall => Stars > Seats;

    /// <summary>Free, and no hard rule is broken.</summary>
    public bool IsPossible => Occupant is null && !Closed && !OffTime && HostClashes.Count == 0 && MissingFeatures.Count == 0;

    /// <summary>Every cell of the board, in the order of slots and rooms; empty for a session that takes no place.</summary>
    public static IReadOnlyList<CellInsight> Of(
        Guid sessionId, Plan plan, Stars stars, DateTimeOffset now, ScheduleRules? rules = null)
    {
        var puzzle = new Puzzle(plan, stars, now, rules ?? ScheduleRules.Usual);
        var session = Array.FindIndex(puzzle.Sessions, known => known.Id == sessionId);
        return session < 0 ? [] : new Looking(puzzle, session).All();
    }
}

/// <summary>Answers where a pitched session should go: a few free cells, the best first.</summary>
public static class BestCells
{
    private const int Shown = 3;

    public static IReadOnlyList<CellInsight> Of(
        Guid sessionId, Plan plan, Stars stars, DateTimeOffset now, ScheduleRules? rules = null) =>
    [
        .. CellInsight.Of(sessionId, plan, stars, now, rules).Where(cell => cell.IsPossible)
            .Where(cell => plan.Session(sessionId) is { State: SessionState.Parked } or { Cell: null }
                || plan.Session(sessionId)!.Cell != cell.Cell)
            .OrderByDescending(Worth).ThenBy(cell => Math.Max(0, cell.Seats - cell.Stars)).Take(Shown),
    ];

    private static int Worth(CellInsight cell) =>
        Weights.Visit * (cell.Gains - cell.Losses) - Weights.NoSeat * Math.Max(0, cell.Stars - cell.Seats);
}
