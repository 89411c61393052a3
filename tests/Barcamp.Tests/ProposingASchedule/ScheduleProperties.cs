using EventOps.Barcamp.ProposingASchedule;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Barcamp.Tests.ProposingASchedule;

public class ScheduleProperties
{
    private static readonly ScheduleRules s_short = ScheduleRules.Usual with { StepsPerSession = 500 };

    [Fact]
    public void A_schedule_places_everything_and_breaks_no_rule() => Holds(AnyPlan.Large, 300, any =>
    {
        var proposal = ScheduleProposal.For(any.Plan, any.Stars, any.Now, 1, s_short);
        if (proposal.Obstacles.Count > 0) return proposal.Moves.Count == 0;
        var after = any.Plan.After(proposal.Moves);
        Assert.Equal([], BoardRules.Broken(after, any.Plan, any.Local));
        return after.Placed.Count() == after.Sessions.Count;
    });

    [Fact]
    public void What_is_pinned_locked_or_past_stays() => Holds(AnyPlan.Large, 300, any =>
    {
        var moved = ScheduleProposal.For(any.Plan, any.Stars, any.Now, 1, s_short).Moves.Select(move => move.SessionId);
        return !moved.Any(id => BoardRules.Stays(any.Plan, any.Plan.Session(id)!, any.Local));
    });

    [Fact]
    public void Each_chain_of_moves_may_be_taken_alone() => Holds(AnyPlan.Large, 200, any =>
    {
        var proposal = ScheduleProposal.For(any.Plan, any.Stars, any.Now, 1, s_short);
        foreach (var chain in proposal.Moves.GroupBy(move => move.Chain))
        {
            var after = any.Plan.After(chain);
            Assert.Equal([], chain.SelectMany(move => BoardRules.Broken(after, after.Session(move.SessionId)!, any.Local)));
        }

        return true;
    });

    [Fact]
    public void On_a_tiny_board_a_schedule_is_found_exactly_when_there_is_one() =>
        Holds(AnyPlan.Small, 1_000, IsFoundExactlyWhenThereIsOne);

    [Theory]
    [InlineData(23527)]
    [InlineData(49678)]
    public void A_board_on_which_moving_a_few_leads_nowhere_gets_its_schedule_all_the_same(int board) =>
        Assert.True(IsFoundExactlyWhenThereIsOne(AnyPlan.SmallOne(board)));

    [Fact]
    public void The_same_seed_gives_the_same_schedule() => Holds(AnyPlan.Large, 60, any =>
    {
        var (one, other) = (ScheduleProposal.For(any.Plan, any.Stars, any.Now, 7, s_short),
            ScheduleProposal.For(any.Plan, any.Stars, any.Now, 7, s_short));
        return one.Moves.SequenceEqual(other.Moves) && one.Scores == other.Scores;
    });

    [Fact]
    public void A_schedule_is_never_worse_than_the_board_with_its_gaps_filled() => Holds(AnyPlan.Large, 100, any =>
    {
        var proposal = ScheduleProposal.For(any.Plan, any.Stars, any.Now, 3, s_short);
        return proposal.Obstacles.Count > 0 || proposal.Scores.Before.Unplaced > 0
            || proposal.Scores.After.Points >= proposal.Scores.Before.Points;
    });

    [Fact]
    public void A_repair_moves_only_what_has_to_move() => Holds(AnyPlan.Large, 200, any =>
    {
        // Nothing is broken, so nothing moves; a parked session stays in the parking lot.
        return ScheduleProposal.Repair(any.Plan, any.Stars, any.Now, 1, s_short).Moves.Count == 0;
    });

    private static bool IsFoundExactlyWhenThereIsOne(AnyPlan any)
    {
        var proposal = ScheduleProposal.For(any.Plan, any.Stars, any.Now, 1, s_short);
        return BoardRules.IsPossible(any.Plan, any.Local) == (proposal.Obstacles.Count == 0);
    }

    private static void Holds(Arbitrary<AnyPlan> plans, int tests, Func<AnyPlan, bool> rule) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(plans, rule));
}
