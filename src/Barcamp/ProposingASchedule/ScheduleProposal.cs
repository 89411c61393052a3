using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>A schedule to look at and to take over move by move; or every reason why there can be none.</summary>
/// <param name="Version">Version of the board that it starts from.</param>
/// <param name="Seed">The same plan, stars and seed give the same proposal.</param>
/// <param name="Moves">By chain; empty when nothing gets better, or when something is in the way.</param>
/// <param name="Scores">What it is worth, beside others.</param>
/// <param name="Better">People who can visit more starred sessions than before.</param>
/// <param name="Worse">People who can visit fewer.</param>
/// <param name="Obstacles">All of them at once; empty when there is a schedule.</param>
public sealed record ScheduleProposal(
    long Version, int Seed, IReadOnlyList<ProposedMove> Moves, Comparison Scores, int Better, int Worse,
    IReadOnlyList<Obstacle> Obstacles)
{
    /// <summary>The best places for all sessions, placed and parked.</summary>
    public static ScheduleProposal For(Plan plan, Stars stars, DateTimeOffset now, int seed, ScheduleRules? rules = null)
    {
        rules ??= ScheduleRules.Usual;
        var puzzle = new Puzzle(plan, stars, now, rules);
        var today = new Placement(puzzle);
        new Settling(puzzle, today).AsToday();
        var obstacles = Feasibility.Check(puzzle);
        if (obstacles.Count > 0) return Nothing(puzzle, today, seed, obstacles);

        var after = new Placement(puzzle);
        new Settling(puzzle, after).AsToday().Greedily();
        Improve(puzzle, after, seed, rules);
        return after.Unplaced == 0
            ? Of(puzzle, today, after, seed)
            : Nothing(puzzle, today, seed, [new NoPlaceFound(Parked(puzzle, after))]);
    }

    /// <summary>
    /// The fewest moves that mend a board on which a room or slot is gone, or whose sessions break a rule. Sessions in the
    /// parking lot stay there.
    /// </summary>
    public static ScheduleProposal Repair(Plan plan, Stars stars, DateTimeOffset now, int seed, ScheduleRules? rules = null)
    {
        rules = (rules ?? ScheduleRules.Usual) with { ChangeWeight = Weights.Unplaced / Weights.Visit / 100 };
        var puzzle = new Puzzle(plan, stars, now, rules, placedOnly: true);
        var (today, after) = (new Placement(puzzle), new Placement(puzzle));
        new Settling(puzzle, today).AsToday();
        var obstacles = Feasibility.Check(puzzle);
        if (obstacles.Count > 0) return Nothing(puzzle, today, seed, obstacles);

        new Settling(puzzle, after).AsToday().Greedily();
        if (after.Unplaced > 0) Improve(puzzle, after, seed, rules);
        return after.Unplaced == 0
            ? Of(puzzle, today, after, seed)
            : Nothing(puzzle, today, seed, [new NoPlaceFound(Parked(puzzle, after))]);
    }

    private static void Improve(Puzzle puzzle, Placement after, int seed, ScheduleRules rules)
    {
        var steps = rules.StepsPerSession * puzzle.Movable.Length;
        Annealing.Improve(puzzle, after, new Dice(seed), steps);
        if (after.Unplaced > 0 && new Backtracking(puzzle, after).PlaceAll())
            Annealing.Improve(puzzle, after, new Dice(seed), steps);
    }

    private static ScheduleProposal Of(Puzzle puzzle, Placement today, Placement after, int seed)
    {
        var (better, worse) = Difference.People(puzzle, today, after);
        return new(puzzle.Plan.Version, seed, Difference.Moves(puzzle, today, after),
            Baselines.Compare(puzzle, today, after, seed),
            better, worse, []);
    }

    private static ScheduleProposal Nothing(Puzzle puzzle, Placement today, int seed, IReadOnlyList<Obstacle> obstacles) =>
        new(puzzle.Plan.Version, seed, [], Baselines.Compare(puzzle, today, today, seed), 0, 0, obstacles);

    private static Guid[] Parked(Puzzle puzzle, Placement placement) =>
        [.. puzzle.Movable.Where(session => placement.At[session] < 0).Select(session => puzzle.Sessions[session].Id)];
}
